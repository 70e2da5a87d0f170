import type { Conditions, ConditionTarget, Metric, Model, Result } from '../../schemas/index.ts';
import { decide, type DecidedRule, type Facts } from './rule-engine.ts';

/** A decision of both engines, in words that are the same where they agree. */
export interface Decision {
  readonly rule: string;
  readonly ours: string;
  readonly theirs: string;
}

/** How many conditions a model has beside those of bands, grade rules and actions. */
export function extraRules({ overlays = [], points = [], gates = [], metrics }: Model): number {
  const cases = metrics.flatMap(({ target }) => (target?.kind === 'condition' ? target.cases : []));
  return overlays.length + points.filter(hasConditions).length + gates.length + cases.length;
}

/** Overlays, points and targets, which are decided before there is a composite. */
export async function decideExtras(model: Model, facts: Facts, result: Result): Promise<Decision[]> {
  const { overlays = [], points = [], metrics, conditions: named } = model;
  const decisions: Decision[] = [];
  if (overlays.length > 0) {
    const fired = await decide(overlays, facts, named);
    const first = overlays.find(({ id }) => fired.has(id));
    decisions.push({ rule: 'overlay', ours: result.overlay ?? 'none', theirs: first?.id ?? 'none' });
  }
  const asked = points.filter(hasConditions);
  if (asked.length > 0) {
    const fired = await decide(asked, facts, named);
    const given = result.points?.of ?? {};
    for (const { id } of asked) {
      const say = (fires: boolean) => (fires ? 'given' : 'not given');
      decisions.push({
        rule: `points:${id}`,
        ours: say(Object.hasOwn(given, id)),
        theirs: say(fired.has(id)),
      });
    }
  }
  for (const metric of metrics) {
    if (metric.target?.kind !== 'condition') continue;
    decisions.push(await decideTarget(model, metric, metric.target, facts, result));
  }
  return decisions;
}

/** Gates that fire, in the model's order; none where there is no grade. */
export async function decideGates(
  { gates = [], conditions: named }: Model,
  facts: Facts,
  grade: string | undefined,
): Promise<NonNullable<Model['gates']>> {
  if (grade === undefined || gates.length === 0) return [];
  const fired = await decide(gates, facts, named);
  return gates.filter(({ id }) => fired.has(id));
}

async function decideTarget(
  { conditions: named }: Model,
  { id }: Metric,
  { cases, otherwise }: ConditionTarget,
  facts: Facts,
  result: Result,
): Promise<Decision> {
  const rules: DecidedRule[] = cases.map(({ conditions }, index) => ({ id: String(index), conditions }));
  const fired = await decide(rules, facts, named);
  const figure = cases.find((_, index) => fired.has(String(index))) ?? otherwise;
  const theirs = figure?.measure === undefined ? figure?.value : facts.get(figure.measure);
  const say = (target: unknown) =>
    target === null || target === undefined ? 'none' : String(Number(target));
  return { rule: `${id}.target`, ours: say(result.metrics[id]!.target), theirs: say(theirs) };
}

function hasConditions<T extends { conditions?: Conditions }>(
  item: T,
): item is T & { conditions: Conditions } {
  return item.conditions !== undefined;
}
