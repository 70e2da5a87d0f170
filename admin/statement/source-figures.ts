import type { Metric } from '../../schemas/index.ts';
import { rowMeasureOf } from '../../engine/measure/rows.ts';
import { namesIn } from '../../engine/formula/formula-text.ts';
import type { View } from './view.ts';

/** A figure that a metric is made from. */
export interface SourceFigure {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly value: string | null;
  /** Whether it was made from records that can be looked at. */
  readonly hasRows: boolean;
}

/** The measures of a metric's formula and target, in the order in which they stand there. */
export function sourcesOf({ model, exact, name }: View, metric: Metric): SourceFigure[] {
  const { target, formula } = metric;
  const ids = new Set([
    ...namesIn(formula).filter((id) => id !== 'target'),
    ...(target?.kind === 'measure' ? [target.measure] : []),
  ]);
  return model.measures
    .filter(({ id }) => ids.has(id))
    .map(({ id, name: labels, unit }) => ({
      id,
      name: name(labels),
      unit: unit ?? '',
      value: exact(id),
      hasRows: rowMeasureOf(model.measures, id) !== undefined,
    }));
}

/** Where the receipt has the target of a metric. */
export function targetId({ id, target }: Metric): string {
  return target?.kind === 'measure' ? target.measure : `${id}.target`;
}
