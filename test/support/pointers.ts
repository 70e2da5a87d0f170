/** Whether a JSON pointer resolves in a document. */
export function resolves(document: unknown, pointer: string): boolean {
  if (pointer === '') return true;
  let value = document;
  for (const token of pointer.slice(1).split('/')) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
    value = (value as Record<string, unknown>)[key];
  }
  return true;
}
