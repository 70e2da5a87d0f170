import type { Aggregate, Metric } from '../../schemas/index.ts';
import { namesIn } from '../../engine/formula/formula-text.ts';
import type { View } from './view.ts';

/** A figure that a metric is made from. */
export interface SourceFigure {
  readonly id: string;
  readonly name: string;
  /** With its unit; null: missing. */
  readonly value: string | null;
  readonly aggregate: Aggregate;
  /** Whether it was made from records that can be looked at. */
  readonly hasRows: boolean;
}

/** The measures of a metric's formula and target, in the order in which they stand there. */
export function sourcesOf({ model, exact, inUnit, shown, name }: View, metric: Metric): SourceFigure[] {
  const { target, formula } = metric;
  const ids = new Set([
    ...namesIn(formula).filter((id) => id !== 'target'),
    ...(target?.kind === 'measure' ? [target.measure] : []),
  ]);
  return model.measures
    .filter(({ id }) => ids.has(id))
    .map(({ id, name: labels, unit, aggregate }) => ({
      id,
      name: name(labels),
      value: exact(id) === null ? null : inUnit(shown(id), unit ?? ''),
      aggregate,
      hasRows: aggregate.kind !== 'given',
    }));
}

/** Where the receipt has the target of a metric. */
export function targetId({ id, target }: Metric): string {
  return target?.kind === 'measure' ? target.measure : `${id}.target`;
}
