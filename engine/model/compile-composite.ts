import type { Builder, StepRef } from '../program/builder.ts';
import type { AdjustmentSteps } from './compile-adjustment.ts';
import { zeroWhenMissing, type MetricSteps } from './compile-metric.ts';
import type { AllPoints } from './compile-points.ts';

/** Where the composite stands in the program. */
export interface CompositeSteps {
  readonly composite: StepRef;
  /** The composite before points and adjustments; undefined where there can be none. */
  readonly base: StepRef | undefined;
  /** True where the subject is held for review; undefined where nothing can hold anyone. */
  readonly held: StepRef | undefined;
}

/** What is added to the weighted sum. */
interface Extras {
  readonly points: AllPoints | undefined;
  readonly adjustment: AdjustmentSteps | undefined;
}

/**
 * Sum of the weighted parts, divided by the weights present where some may be left out, published once; and, published
 * again, with the points and the adjustment.
 */
export function compileComposite(
  builder: Builder,
  metrics: readonly MetricSteps[],
  places: number,
  { points, adjustment }: Extras,
): CompositeSteps {
  const parts = metrics.map(({ id, weighted, excludes }) =>
    excludes ? zeroWhenMissing(builder, weighted, `${id}.part.`) : weighted,
  );
  let exact = builder.step('composite.parts', 'add', parts);
  if (metrics.some(({ excludes }) => excludes)) {
    const present = builder.step(
      'composite.weights',
      'add',
      metrics.map((metric) => weightPresent(builder, metric)),
    );
    const share = builder.step('composite.share', 'div', [present, builder.fixed(100)]);
    exact = builder.step('composite.exact', 'div', [exact, share]);
  }
  const holding = [...metrics.flatMap(({ holds }) => holds ?? []), ...(adjustment ? [adjustment.holds] : [])];
  let held: StepRef | undefined;
  if (holding.length > 0) {
    held = builder.step('composite.held', 'or', holding);
    const nothing = builder.nothing('composite.', { reason: 'held', pointer: '/metrics' });
    exact = builder.step('composite.', 'choose', [held, nothing, exact]);
  }
  const extras = [...(points ? [points.total] : []), ...(adjustment ? [adjustment.figure] : [])];
  if (extras.length === 0) {
    return { composite: builder.step('composite', 'round', [exact], places), base: undefined, held };
  }
  const base = builder.step('composite.base', 'round', [exact], places);
  const sum = builder.step('composite.', 'add', [base, ...extras]);
  return { composite: builder.step('composite', 'round', [sum], places), base, held };
}

/** The weight of a metric, nothing where it is left out. */
export function weightPresent(
  builder: Builder,
  { id, score, weight, excludes }: MetricSteps,
  scope = `${id}.part.`,
): StepRef {
  if (!excludes) return weight;
  const missing = builder.step(scope, 'missing', [score]);
  return builder.step(scope, 'choose', [missing, builder.fixed(0), weight]);
}
