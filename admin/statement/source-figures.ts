import type { RecordAggregate } from '../../engine/measure/kinds.ts';
import type { Metric } from '../../schemas/index.ts';
import { rowMeasureOf } from '../../engine/measure/rows.ts';
import { namesIn } from '../../engine/formula/formula-text.ts';
import { targetMeasures } from '../../engine/model/target-measures.ts';
import { madeText } from './made-text.ts';
import type { View } from './view.ts';

/** A figure that a metric is made from. */
export interface SourceFigure {
  readonly id: string;
  readonly name: string;
  /** With its unit; null: missing. */
  readonly value: string | null;
  /** How it was made from other figures, where it was. */
  readonly made: string | undefined;
  /** How the records were aggregated that can be looked at; undefined where there are none. */
  readonly rows: RecordAggregate | undefined;
}

/** The measures of a metric's formula and target, in the order in which they stand there. */
export function sourcesOf(view: View, metric: Metric): SourceFigure[] {
  const { target, formula } = metric;
  const ids = new Set([...namesIn(formula).filter((id) => id !== 'target'), ...targetMeasures(target)]);
  return figuresOf(view, ids);
}

/** The measure that people's adjustments come from, of models that have such. */
export function adjustmentSource(view: View): SourceFigure[] {
  const { adjustments } = view.model;
  return adjustments === undefined ? [] : figuresOf(view, new Set([adjustments.measure]));
}

function figuresOf(
  { model, exact, inUnit, shown, name, language }: View,
  ids: ReadonlySet<string>,
): SourceFigure[] {
  return model.measures
    .filter(({ id }) => ids.has(id))
    .map((measure) => {
      const { id, name: labels, unit } = measure;
      return {
        id,
        name: name(labels),
        value: exact(id) === null ? null : inUnit(shown(id), unit ?? ''),
        made: madeText(model, measure, language),
        rows: rowMeasureOf(model.measures, id)?.aggregate,
      };
    });
}
