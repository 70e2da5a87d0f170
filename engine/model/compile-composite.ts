import type { Builder, StepRef } from '../program/builder.ts';
import { zeroWhenMissing, type MetricSteps } from './compile-metric.ts';

/** Where the composite stands in the program. */
export interface CompositeSteps {
  readonly composite: StepRef;
  /** True where the subject is held for review; undefined where no metric can hold anyone. */
  readonly held: StepRef | undefined;
}

/** Sum of the weighted parts, divided by the weights present where some may be left out, published once. */
export function compileComposite(
  builder: Builder,
  metrics: readonly MetricSteps[],
  places: number,
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
  const holding = metrics.flatMap(({ holds }) => holds ?? []);
  if (holding.length === 0) {
    return { composite: builder.step('composite', 'round', [exact], places), held: undefined };
  }
  const held = builder.step('composite.held', 'or', holding);
  const nothing = builder.nothing('composite.', { reason: 'held', pointer: '/metrics' });
  const unlessHeld = builder.step('composite.', 'choose', [held, nothing, exact]);
  return { composite: builder.step('composite', 'round', [unlessHeld], places), held };
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
