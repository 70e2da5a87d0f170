import { targetMeasures } from '../../engine/model/target-measures.ts';
import { canonical } from '../../engine/index.ts';
import type { DecimalInput, Metric, Model, Scoring } from '../../schemas/index.ts';
import { namesIn } from '../../engine/formula/formula-text.ts';

/** One thing that two versions of a model say otherwise about a metric. */
export type RuleChange =
  | {
      readonly kind:
        | 'added'
        | 'removed'
        | 'targetChanged'
        | 'scoring'
        | 'formula'
        | 'whenMissing'
        | 'measures';
    }
  | {
      readonly kind: 'weight' | 'target' | 'cap' | 'floor';
      /** Null where there is none. */
      readonly before: DecimalInput | null;
      readonly after: DecimalInput | null;
    };

/** What the later model says otherwise about a metric than the earlier one. */
export function ruleChanges(before: Model | undefined, after: Model | undefined, id: string): RuleChange[] {
  if (before === undefined || after === undefined) return [];
  const [old, now] = [before, after].map(({ metrics }) => metrics.find((metric) => metric.id === id));
  if (old === undefined) return now === undefined ? [] : [{ kind: 'added' }];
  if (now === undefined) return [{ kind: 'removed' }];
  const changes: RuleChange[] = [];
  if (String(old.weight) !== String(now.weight)) {
    changes.push({ kind: 'weight', before: old.weight, after: now.weight });
  }
  if (old.formula !== now.formula) changes.push({ kind: 'formula' });
  if (!same(old.target, now.target)) changes.push(...targetChange(before, old, after, now));
  changes.push(...scoringChanges(old, now));
  if (old.whenMissing !== now.whenMissing) changes.push({ kind: 'whenMissing' });
  if (!same(measuresOf(before, old), measuresOf(after, now))) changes.push({ kind: 'measures' });
  return changes;
}

function targetChange(before: Model, old: Metric, after: Model, now: Metric): RuleChange[] {
  const [was, is] = [plainTarget(before, old), plainTarget(after, now)];
  if (was === undefined || is === undefined) return [{ kind: 'targetChanged' }];
  // A target of another stage says nothing to those whom this model judges.
  return String(was) === String(is) ? [] : [{ kind: 'target', before: was, after: is }];
}

/** The target that the model itself names for those whom it judges; undefined where it comes from the data. */
function plainTarget({ stage }: Model, { target }: Metric): DecimalInput | undefined {
  if (target?.kind === 'constant') return target.value;
  return target?.kind === 'stage' ? target.stages.find((one) => one.stage === stage)?.value : undefined;
}

function scoringChanges(old: Metric, now: Metric): RuleChange[] {
  if (old.direction !== now.direction) return [{ kind: 'scoring' }];
  if (same(old.scoring, now.scoring)) return [];
  const [before, after] = [limitsOf(old.scoring), limitsOf(now.scoring)];
  if (!same(before.other, after.other)) return [{ kind: 'scoring' }];
  return (['floor', 'cap'] as const).flatMap((kind): RuleChange[] =>
    String(before[kind]) === String(after[kind]) ? [] : [{ kind, before: before[kind], after: after[kind] }],
  );
}

interface Limits {
  readonly floor?: DecimalInput;
  readonly cap?: DecimalInput;
}

/** The limits of a scoring, and all else that it says. */
function limitsOf(scoring: Scoring) {
  const { floor, cap, ...other }: Scoring & Limits = scoring;
  return { floor: floor ?? null, cap: cap ?? null, other };
}

/** How the figures of a metric are taken from the data; what they are called does not count. */
function measuresOf({ measures }: Model, { formula, target }: Metric) {
  const ids = new Set([...namesIn(formula), ...targetMeasures(target)]);
  return measures.filter(({ id }) => ids.has(id)).map(({ name: _name, unit: _unit, ...measure }) => measure);
}

function same(a: unknown, b: unknown): boolean {
  return canonical(a ?? null) === canonical(b ?? null);
}
