import type { Distribution, Model } from '../../schemas/index.ts';

/** How many have a grade; null: none. */
export interface GradeCount {
  readonly grade: string | null;
  readonly count: number;
}

/** The grades of all models of a run from the best to the worst, each with how many have it; those without one last. */
export function gradeCounts(
  { counts }: Distribution,
  documents: ReadonlyMap<string, Model>,
): readonly GradeCount[] {
  const found = new Map<string | null, number>();
  for (const { grade, count } of counts) found.set(grade, (found.get(grade) ?? 0) + count);
  const known = [...documents.values()].flatMap(({ grades }) => grades.map(({ id }) => id));
  const order: readonly (string | null)[] = [
    ...new Set([...known, ...[...found.keys()].filter((grade) => grade !== null).toSorted()]),
    ...(found.has(null) ? [null] : []),
  ];
  return order.map((grade) => ({ grade, count: found.get(grade) ?? 0 }));
}
