import type { DecimalInput, Issue } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import { compare } from '../number/rational.ts';
import type { StepRef } from '../program/builder.ts';
import type { ScoringCheck, ScoringContext } from './kind.ts';

/** Optional bounds of a score. */
interface Limits {
  readonly floor?: DecimalInput;
  readonly cap?: DecimalInput;
}

/** A number written in the scoring, as a step. */
export function literal(
  { builder, scope, pointer }: ScoringContext,
  path: string,
  value: DecimalInput,
): StepRef {
  return builder.model(scope, `${pointer}/${path}`, parseDecimal(value)!);
}

/** The score between floor and cap, where they are given. */
export function limited(context: ScoringContext, score: StepRef, { floor, cap }: Limits): StepRef {
  const { builder, scope } = context;
  let result = score;
  if (floor !== undefined) result = builder.step(scope, 'max', [result, literal(context, 'floor', floor)]);
  if (cap !== undefined) result = builder.step(scope, 'min', [result, literal(context, 'cap', cap)]);
  return result;
}

/** Issues of kinds whose score may be limited. */
export function checkLimits({ floor, cap }: Limits, { pointer }: ScoringCheck): Issue[] {
  return floor !== undefined && cap !== undefined && compare(parseDecimal(floor)!, parseDecimal(cap)!) > 0
    ? [{ code: 'scoring.floorAboveCap', severity: 'error', pointer: `${pointer}/floor` }]
    : [];
}
