import type { DecimalInput, MovementMetric, MovementView, ResultView } from '../../schemas/index.ts';
import { directionOf } from '../shared/figures.ts';
import { modelOf, type BothModels } from './both-models.ts';
import { ruleChanges, type RuleChange } from './rule-changes.ts';

/** A figure in the two runs; null where there is none. */
export interface Both {
  readonly before: string | null;
  readonly after: string | null;
}

/** One metric of a movement, with all that its parts are made from. */
export interface MetricFacts extends MovementMetric {
  readonly unit: string;
  readonly value: Both;
  readonly score: Both;
  readonly weight: Both;
  readonly changes: readonly RuleChange[];
  /** What the rules did to it comes from the other metrics' weights alone. */
  readonly reweighted: boolean;
}

/** The results of a person in the two runs, as far as they are known. */
export interface BothResults {
  readonly before: ResultView | undefined;
  readonly after: ResultView | undefined;
}

/** What each metric that moved was, and what its model said of it, in both runs. */
export function movementFacts(
  movement: MovementView,
  models: BothModels,
  results: BothResults,
): MetricFacts[] {
  const [old, now] = [modelOf(models.before, movement.before), modelOf(models.after, movement.after)];
  return movement.metrics.map((metric) => {
    const { id, rule } = metric;
    const [was, is] = [old, now].map((model) => model?.metrics.find((one) => one.id === id));
    const figure = (name: 'value' | 'score'): Both => ({
      before: results.before?.metrics[id]?.[name] ?? null,
      after: results.after?.metrics[id]?.[name] ?? null,
    });
    const changes = ruleChanges(old, now, id);
    return {
      ...metric,
      unit: is?.unit ?? was?.unit ?? '',
      value: figure('value'),
      score: figure('score'),
      weight: { before: text(was?.weight), after: text(is?.weight) },
      changes,
      reweighted:
        (was ?? is) !== undefined && changes.length === 0 && rule !== null && directionOf(rule) !== 'same',
    };
  });
}

function text(weight: DecimalInput | undefined): string | null {
  return weight === undefined ? null : String(weight);
}
