import type { Metric } from '../../schemas/index.ts';
import type { Vocabulary } from '../condition/compile-condition.ts';
import { compileFormula } from '../formula/compile-formula.ts';
import { parseFormula } from '../formula/formula.ts';
import { parseDecimal } from '../number/decimal.ts';
import type { Builder, StepRef } from '../program/builder.ts';
import { scoringKindOf } from '../scoring/index.ts';
import { compileLevel } from './compile-levels.ts';
import { compileWeight, type OverlaySteps } from './compile-overlays.ts';
import { compileTarget } from './compile-target.ts';

/** Where the figures of a metric stand in the program. */
export interface MetricSteps {
  readonly id: string;
  readonly value: StepRef;
  /** Before whenMissing; missing where the metric is. */
  readonly exactScore: StepRef;
  /** Published, after whenMissing. */
  readonly score: StepRef;
  readonly weight: StepRef;
  /** score × weight ÷ 100, exact; missing where the score is. */
  readonly weighted: StepRef;
  /** True where the metric is missing and holds the subject; undefined where it never does. */
  readonly holds: StepRef | undefined;
  readonly excludes: boolean;
  /** The target where conditions decide it; undefined where they do not. */
  readonly target: StepRef | undefined;
  /** How many levels of its target it reaches; undefined where that has none. */
  readonly level: StepRef | undefined;
  readonly places: { readonly value: number; readonly score: number };
}

/** The steps of a checked metric: value, score and weighted part, each published. */
export function compileMetric(
  builder: Builder,
  metric: Metric,
  pointer: string,
  overlays: readonly OverlaySteps[],
  columns: Vocabulary,
): MetricSteps {
  const { id, whenMissing } = metric;
  const places = { value: metric.places?.value ?? 4, score: metric.places?.score ?? 4 };
  const target =
    metric.target && compileTarget(builder, metric.target, `${id}.target`, `${pointer}/target`, columns);

  const parsed = parseFormula(metric.formula);
  if ('error' in parsed) throw new Error(`unchecked formula of ${id}`);
  const exactValue = compileFormula(builder, parsed.formula, `${id}.value.`, `${pointer}/formula`, (name) =>
    name === 'target' ? target! : builder.column(name),
  );
  const value = builder.step(`${id}.value`, 'round', [exactValue], places.value);

  const exactScore = scoringKindOf(metric.scoring).compile(metric.scoring, {
    builder,
    scope: `${id}.score.`,
    pointer: `${pointer}/scoring`,
    value,
    target,
    direction: metric.direction,
  });
  const counted = whenMissing === 'zero' ? zeroWhenMissing(builder, exactScore, `${id}.score.`) : exactScore;
  const score = builder.step(`${id}.score`, 'round', [counted], places.score);

  const weight = compileWeight(builder, id, overlays, (own) =>
    builder.model(own, `${pointer}/weight`, parseDecimal(metric.weight)!),
  );
  const weighed = builder.step(`${id}.weighted.`, 'mul', [score, weight]);
  return {
    id,
    value,
    exactScore,
    score,
    weight,
    weighted: builder.step(`${id}.weighted`, 'div', [weighed, builder.fixed(100)]),
    holds: whenMissing === 'hold' ? builder.step(`${id}.holds`, 'missing', [score]) : undefined,
    excludes: whenMissing === 'exclude',
    target: metric.target?.kind === 'condition' ? target : undefined,
    level: levelOf(builder, metric, pointer, target, value),
    places,
  };
}

function levelOf(
  builder: Builder,
  { id, direction, target }: Metric,
  pointer: string,
  base: StepRef | undefined,
  value: StepRef,
): StepRef | undefined {
  if (target?.kind !== 'levels') return undefined;
  return compileLevel(builder, { id, direction, target, pointer: `${pointer}/target`, base: base!, value });
}

/** The figure, or zero where it is missing. */
export function zeroWhenMissing(builder: Builder, figure: StepRef, scope: string): StepRef {
  const missing = builder.step(scope, 'missing', [figure]);
  return builder.step(scope, 'choose', [missing, builder.fixed(0), figure]);
}
