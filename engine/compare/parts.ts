import { formatFixed, parseDecimal } from '../number/decimal.ts';
import { add, subtract, zero, type Rational } from '../number/rational.ts';

/** How far a figure moved, and how much of it the rules and the data did: delta = rule + data, exactly. */
export interface Parts {
  readonly delta: string | null;
  readonly rule: string | null;
  readonly data: string | null;
}

/** What moved a figure from before over hybrid to after; null where an end of the way is missing. */
export function partsOf(before: string | null, hybrid: string | null, after: string | null): Parts {
  return {
    delta: difference(before, after),
    rule: difference(before, hybrid),
    data: difference(hybrid, after),
  };
}

/** What is left of a whole without its parts, none of which is missing; null where the whole is. */
export function remainder(whole: string | null, parts: readonly (string | null)[]): string | null {
  if (whole === null) return null;
  const texts = parts.flatMap((part) => part ?? []);
  const sum = texts.reduce((total, text) => add(total, figure(text)), zero);
  return formatFixed(subtract(figure(whole), sum), placesOf([whole, ...texts]));
}

function difference(from: string | null, to: string | null): string | null {
  if (from === null || to === null) return null;
  return formatFixed(subtract(figure(to), figure(from)), placesOf([from, to]));
}

/** The most places that one of these decimals is written with. */
function placesOf(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => (text.split('.')[1] ?? '').length));
}

function figure(text: string): Rational {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`no figure: ${text}`);
  return value;
}
