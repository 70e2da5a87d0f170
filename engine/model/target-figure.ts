import type { TargetFigure } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import type { Builder, StepRef } from '../program/builder.ts';

/** A figure that is written in the model, or a measure. */
export function compileTargetFigure(
  builder: Builder,
  { value, measure }: TargetFigure,
  id: string,
  pointer: string,
): StepRef {
  return measure === undefined
    ? builder.model(id, `${pointer}/value`, parseDecimal(value!)!)
    : builder.column(measure);
}
