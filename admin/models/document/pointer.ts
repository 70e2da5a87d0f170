/** Reading and changing JSON documents by JSON pointer (RFC 6901), without changing what was there. */

/** The tokens of a pointer, unescaped: "/metrics/0/weight" → ["metrics", "0", "weight"]. */
export function tokensOf(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What stands at a pointer; undefined where nothing does. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const token of tokensOf(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return undefined;
    value = (value as Record<string, unknown>)[token];
  }
  return value;
}

/**
 * The document with another value at a pointer whose parent is there; undefined removes a property,
 * and an item of a list makes the items after it move up.
 */
export function withValueAt<T>(document: T, pointer: string, value: unknown): T {
  return replaced(document, tokensOf(pointer), value) as T;
}

function replaced(node: unknown, [token, ...rest]: readonly string[], value: unknown): unknown {
  if (token === undefined) return value;
  if (Array.isArray(node)) {
    const index = Number(token);
    const next = replaced(node[index], rest, value);
    return next === undefined ? node.toSpliced(index, 1) : node.with(index, next);
  }
  if (typeof node !== 'object' || node === null) throw new Error(`nothing to change at ${token}`);
  const before = node as Record<string, unknown>;
  const next = replaced(before[token], rest, value);
  if (next !== undefined) return { ...before, [token]: next };
  const { [token]: _removed, ...others } = before;
  return others;
}
