import type { Issue, IssueParam } from '../../schemas/index.ts';

/** An issue that stops: code, where, and what its text needs. */
export function errorAt(code: string, pointer: string, params?: Record<string, IssueParam>): Issue {
  return { code, severity: 'error', pointer, ...(params && { params }) };
}

/** An error for each item whose key stood in the list before. */
export function repeated<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  code: string,
  pointerOf: (index: number) => string,
): Issue[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    if (seen.has(key)) return [errorAt(code, pointerOf(index), { id: key })];
    seen.add(key);
    return [];
  });
}
