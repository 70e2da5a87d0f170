import { formatExact, parseDecimal } from '../../engine/number/decimal.ts';
import { add, subtract, zero } from '../../engine/number/rational.ts';
import type { MovementView } from '../../schemas/index.ts';

/** What the metrics' parts leave of the whole; null where a part cannot be told. */
export interface Remainder {
  readonly rule: string | null;
  readonly data: string | null;
}

/** The whole less the parts of the metrics: what re-weighting and the one rounding of the composite did. */
export function remainderOf({ rule, data, metrics }: MovementView): Remainder {
  return {
    rule: less(
      rule,
      metrics.map((metric) => metric.rule),
    ),
    data: less(
      data,
      metrics.map((metric) => metric.data),
    ),
  };
}

/** Whether there is a remainder to be shown. */
export function isSomething(part: string | null): part is string {
  return part !== null && !/^-?[0.]+$/.test(part);
}

function less(whole: string | null, parts: readonly (string | null)[]): string | null {
  if (whole === null) return null;
  let sum = zero;
  for (const part of parts) {
    if (part === null) return null;
    sum = add(sum, parseDecimal(part)!);
  }
  return formatExact(subtract(parseDecimal(whole)!, sum));
}
