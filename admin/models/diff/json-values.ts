import { parseDecimal } from '../../../engine/number/decimal.ts';

/** A value as it stands in the document. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value) ?? '';
}

/** A decimal as it stands; undefined where it is none. */
export function decimalText(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return parseDecimal(value) === undefined ? undefined : String(value);
}

/** A list whose items have these keys and no others, item by item; undefined where one is otherwise. */
export function listText(
  list: unknown,
  keys: readonly string[],
  joint: string,
  text: (item: Readonly<Record<string, unknown>>) => string | undefined,
): string | undefined {
  if (!Array.isArray(list)) return undefined;
  const parts = list.map((item: unknown) => (hasOnly(item, keys) ? text(item) : undefined));
  return parts.includes(undefined) ? undefined : parts.join(joint);
}

/** Whether a value is an object with some of these keys and no others. */
export function hasOnly(value: unknown, keys: readonly string[]): value is Readonly<Record<string, unknown>> {
  return (
    isObject(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => keys.includes(key))
  );
}

/** Whether a value is an object with names. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
