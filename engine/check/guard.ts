import type { Issue } from '../../schemas/index.ts';

/** How large a document may be before anything else looks at it. */
export const documentBounds = { depth: 80, values: 20_000, text: 10_000 } as const;

/**
 * Refuses what would make a recursive reader fail: too deep, too large, cyclic, or not JSON at all.
 * Walks without recursion. Points at the first trouble only.
 */
export function guardDocument(document: unknown): Issue[] {
  const pending: { value: unknown; pointer: string; depth: number }[] = [
    { value: document, pointer: '', depth: 0 },
  ];
  for (let seen = 0; pending.length > 0; seen += 1) {
    const { value, pointer, depth } = pending.pop()!;
    const code = trouble(value, depth, seen);
    if (code !== undefined) return [{ code, severity: 'error', pointer }];
    if (typeof value !== 'object' || value === null) continue;
    const entries: [string | number, unknown][] = Array.isArray(value)
      ? [...value.entries()]
      : Object.entries(value);
    for (const [key, item] of entries.toReversed()) {
      if (typeof key === 'string' && loneSurrogate.test(key)) {
        return [{ code: 'document.notUnicode', severity: 'error', pointer }];
      }
      pending.push({ value: item, pointer: `${pointer}/${escapePointer(String(key))}`, depth: depth + 1 });
    }
  }
  return [];
}

/** Half of a character: no Unicode text, and nothing that RFC 8785 can write. */
const loneSurrogate = /\p{Surrogate}/u;

function trouble(value: unknown, depth: number, seen: number): string | undefined {
  if (depth > documentBounds.depth) return 'document.tooDeep';
  if (seen > documentBounds.values) return 'document.tooLarge';
  switch (typeof value) {
    case 'string':
      if (value.length > documentBounds.text) return 'document.tooLarge';
      return loneSurrogate.test(value) ? 'document.notUnicode' : undefined;
    case 'number':
      return Number.isFinite(value) ? undefined : 'document.notJson';
    case 'boolean':
      return undefined;
    case 'object': {
      if (value === null || Array.isArray(value)) return undefined;
      const prototype: unknown = Object.getPrototypeOf(value);
      return prototype === Object.prototype || prototype === null ? undefined : 'document.notJson';
    }
    default:
      return 'document.notJson';
  }
}

/** One token of a JSON pointer (RFC 6901). */
export function escapePointer(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}
