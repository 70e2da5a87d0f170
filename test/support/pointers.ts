/** Whether a JSON pointer resolves in a document. */
export function resolves(document: unknown, pointer: string): boolean {
  return valueAt(document, pointer) !== undefined;
}

/** What a JSON pointer points at in a document; undefined where it does not resolve. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
