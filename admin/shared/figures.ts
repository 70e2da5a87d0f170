import { formatFixed, parseDecimal } from '../../engine/number/decimal.ts';
import { subtract } from '../../engine/number/rational.ts';

/** A decimal with its thousands apart ("1,234,567.50"), digit for digit as it is; anything else unchanged. */
export function grouped(decimal: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(decimal);
  if (match === null) return decimal;
  const [, sign, whole, fraction = ''] = match;
  return `${sign === '-' ? '−' : ''}${whole!.replaceAll(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
}

/** A decimal with its sign, also where it is above zero: "+2.10", "−0.40", "±0.00". */
export function signed(decimal: string): string {
  const text = decimal.replace(/^-/, '');
  if (/^[0.]+$/.test(text)) return `±${text}`;
  return `${decimal.startsWith('-') ? '−' : '+'}${grouped(text)}`;
}

/** A change as the next term of a sum: "+ 2.10", "− 0.40". */
export function spaced(decimal: string): string {
  return `${decimal.startsWith('-') ? '−' : '+'} ${grouped(decimal.replace(/^-/, ''))}`;
}

/** Which way a decimal points. */
export function directionOf(decimal: string): 'up' | 'down' | 'same' {
  if (/^-?[0.]+$/.test(decimal)) return 'same';
  return decimal.startsWith('-') ? 'down' : 'up';
}

/** after − before, at the places of the one that has more; null where one of them is missing. */
export function difference(before: string | null, after: string | null): string | null {
  if (before === null || after === null) return null;
  const places = Math.max(placesOf(before), placesOf(after));
  return formatFixed(subtract(parseDecimal(after)!, parseDecimal(before)!), places);
}

/** How far along a bar a figure is, from 0 to 1: for drawing only. */
export function share(part: string | null, most: string): number {
  const ratio = part === null ? 0 : Number(part) / Number(most);
  return Number.isFinite(ratio) ? Math.min(1, Math.max(0, ratio)) : 0;
}

/**
 * A value of a receipt as people read it: a decimal as it is, a fraction that has no end to six places and an ellipsis.
 * A text loses its apostrophe.
 */
export function receiptFigure(value: string): string {
  const fraction = /^(-?\d+)\/(\d+)$/.exec(value);
  if (fraction === null) return value.replace(/^'/, '');
  return `${formatFixed({ n: BigInt(fraction[1]!), d: BigInt(fraction[2]!) }, 6)}…`;
}

function placesOf(decimal: string): number {
  return decimal.split('.')[1]?.length ?? 0;
}
