import type { Model, Result } from '../../schemas/index.ts';
import { extraShares } from './extra-shares.ts';
import { weightsOf } from '../model/weights.ts';
import { formatFixed, parseDecimal } from '../number/decimal.ts';
import { add, divide, integer, multiply, zero, type Rational } from '../number/rational.ts';

/** A subject's result, and the model that gave it. */
export interface Judged {
  readonly result: Result;
  readonly model: Model;
}

/**
 * What each metric gave to the composite, in points of it: its weighted part, scaled up where other metrics were left
 * out, exact. Their sum, rounded once, is the composite
 * before points and adjustments.
 * @returns by metric; a metric that was left out is not there; nothing where there is no composite.
 */
export function sharesOf({ result, model }: Judged): Map<string, Rational> {
  if (result.composite === null) return new Map();
  const parts = [...weightsOf(model, result)].flatMap(([id, weight]) => {
    const text = Object.hasOwn(result.metrics, id) ? result.metrics[id]!.weighted : null;
    return text === null ? [] : [{ id, weight: parseDecimal(weight)!, part: exact(text) }];
  });
  const present = parts.reduce((sum, { weight }) => add(sum, weight), zero);
  return new Map(
    parts.map(({ id, part }) => [id, divide(multiply(part, integer(100)), present) ?? zero] as const),
  );
}

/** Shares as they are shown: of metrics, points and the adjustment, rounded to so many places. */
export function shownShares(judged: Judged, places: number): Map<string, string> {
  const extras = extraShares(judged).map(({ id, share }) => [id, share] as const);
  return new Map([...sharesOf(judged), ...extras].map(([id, share]) => [id, formatFixed(share, places)]));
}

function exact(text: string): Rational {
  const figure = parseDecimal(text);
  if (figure === undefined) throw new Error(`no decimal: ${text}`);
  return figure;
}
