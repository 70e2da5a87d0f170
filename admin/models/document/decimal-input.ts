import { parseDecimal, significantDigits } from '../../../engine/number/decimal.ts';
import type { DecimalInput } from '../../../schemas/index.ts';

const written = /^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,10})?$/;

/**
 * What somebody typed, as it stands in a document: a JSON number where every reader agrees on it, else the text.
 * Full-width digits, signs and points, spaces and grouping commas are read as people mean them; a text that is no decimal
 * stays as it was typed, and the check says so.
 */
export function decimalInput(typed: string): DecimalInput {
  const text = normalText(typed);
  if (!written.test(text)) return typed;
  const value = Number(text);
  const exact = significantDigits(value) <= 15 && (value === 0 || Math.abs(value) >= 1e-10);
  return exact && sameDecimal(value, text) ? (value === 0 ? 0 : value) : text;
}

/** Whether two inputs are the same figure ("30.50" and 30.5), or the same text where they are no decimals. */
export function sameDecimal(a: DecimalInput, b: DecimalInput): boolean {
  const [left, right] = [parseDecimal(a), parseDecimal(b)];
  if (left === undefined || right === undefined) return a === b;
  return left.n * right.d === right.n * left.d;
}

/** Whether an input is a decimal that a document may hold. */
export function isDecimal(input: DecimalInput): boolean {
  return typeof input === 'number' ? Number.isFinite(input) : written.test(input);
}

/** A decimal as it is shown in a field. */
export function decimalText(input: DecimalInput): string {
  return String(input);
}

function normalText(typed: string): string {
  return typed
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replaceAll('−', '-')
    .replaceAll(/\s/g, '')
    .replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/^(-?)0+(?=\d)/, '$1');
}
