import { formatFixed, parseDecimal } from '../../engine/number/decimal.ts';
import { add, subtract, zero } from '../../engine/number/rational.ts';
import type { MovementView } from '../../schemas/index.ts';

/** One line of figures of a movement, from the points before to the points after; null where there is none. */
export interface MovementLine {
  readonly before: string | null;
  readonly rule: string | null;
  readonly data: string | null;
  readonly after: string | null;
}

/**
 * What the composite has beside the metrics that moved: those that stayed as they were, and what rounding left.
 * With it every column adds up to the composite's line.
 */
export function restOf({ before, after, rounding, metrics }: MovementView): MovementLine {
  const side = (composite: string | null, of: 'before' | 'after') =>
    composite === null
      ? null
      : less(
          composite,
          metrics.map((metric) => metric[of] ?? '0'),
        );
  return {
    before: side(before?.composite ?? null, 'before'),
    rule: rounding.rule,
    data: rounding.data,
    after: side(after?.composite ?? null, 'after'),
  };
}

function less(whole: string, parts: readonly string[]): string {
  const sum = parts.reduce((total, part) => add(total, parseDecimal(part)!), zero);
  const places = Math.max(...[whole, ...parts].map((text) => text.split('.')[1]?.length ?? 0));
  return formatFixed(subtract(parseDecimal(whole)!, sum), places);
}
