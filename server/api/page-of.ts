import type { Answer, ListQuery } from './route.ts';

/** A page of a list that is small enough to be whole in memory: filtered, sorted by fields of the same names. */
export function pageOf<T extends object>(
  items: readonly T[],
  { filter, sort, offset, limit }: ListQuery,
): Answer<T[]> {
  const valueOf = (item: T, name: string) => (item as Readonly<Record<string, Sortable>>)[name];
  const fitting = items.filter((item) =>
    Object.entries(filter).every(([name, wanted]) => {
      const value = String(valueOf(item, name));
      return typeof wanted === 'string' ? value === wanted : wanted.includes(value);
    }),
  );
  const direction = sort.descending ? -1 : 1;
  const sorted = fitting.toSorted(
    (a, b) => direction * inOrder(valueOf(a, sort.field), valueOf(b, sort.field)),
  );
  return { body: sorted.slice(offset, offset + limit), total: sorted.length };
}

type Sortable = string | number | boolean | null | undefined;

function inOrder(a: Sortable, b: Sortable): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a ?? ''), String(b ?? '')];
  return left === right ? 0 : left < right ? -1 : 1;
}
