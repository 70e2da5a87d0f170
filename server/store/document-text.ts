import type { Doc } from './doc.ts';
import { assertId } from './ids.ts';

/**
 * A document as it is stored.
 * @throws TypeError where it is not plain JSON: what JSON.stringify would drop or change in silence is a bug.
 */
export function documentText(doc: Doc): string {
  assertId(doc.id);
  const culprit = findNonJson(doc);
  if (culprit !== undefined) throw new TypeError(`document ${doc.id} is not JSON at ${culprit}`);
  return JSON.stringify(doc);
}

/** The path of the first value that is not JSON, undefined where all is. */
function findNonJson(value: unknown): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : '';
  if (typeof value !== 'object' || !(Array.isArray(value) || isPlain(value))) return '';
  // The keys of an array count its holes, Object.keys would not.
  const keys: Iterable<string | number> = Array.isArray(value) ? value.keys() : Object.keys(value);
  for (const key of keys) {
    const item = (value as Record<string | number, unknown>)[key];
    const culprit = typeof item === 'string' ? undefined : findNonJson(item);
    if (culprit !== undefined) return `/${key}${culprit}`;
  }
  return undefined;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
