/** Whether a JSON pointer resolves in a document. */
export function resolves(document: unknown, pointer: string): boolean {
  return pointed(document, pointer) !== undefined;
}

/** What a JSON pointer points at; undefined where that is nothing. */
export function pointed(document: unknown, pointer: string): unknown {
  if (pointer === '') return document;
  let value = document;
  for (const token of pointer.slice(1).split('/')) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
