import type { Adjustments } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import type { Builder, StepRef } from '../program/builder.ts';

/** Where the adjustment of the composite stands in the program. */
export interface AdjustmentSteps {
  /** Published. */
  readonly figure: StepRef;
  /** True where it goes further than it may. */
  readonly beyond: StepRef;
  /** True where it is beyond, or missing: the subject is held. */
  readonly holds: StepRef;
}

/** What people changed the composite by: given, and held against its bound. */
export function compileAdjustment(
  builder: Builder,
  { measure, atMost }: Adjustments,
  places: number,
): AdjustmentSteps {
  const scope = 'composite.adjustment.';
  const given = builder.column(measure);
  const most = builder.model(scope, '/adjustments/atMost', parseDecimal(atMost)!);
  const least = builder.step(scope, 'sub', [builder.fixed(0), most]);
  const beyond = builder.step('composite.beyond', 'or', [
    builder.step(scope, 'less', [most, given]),
    builder.step(scope, 'less', [given, least]),
  ]);
  const missing = builder.step(scope, 'missing', [given]);
  return {
    figure: builder.step('composite.adjustment', 'round', [given], places),
    beyond,
    holds: builder.step(scope, 'or', [beyond, missing]),
  };
}
