import type { Distribution } from '../../schemas/index.ts';

/** How many there are of each grade in one group; the counts stand in the order of the grades. */
export interface GradeGroup {
  readonly key: string;
  readonly total: number;
  readonly counts: readonly { readonly grade: string | null; readonly count: number }[];
}

/**
 * The grades of a run by model or by team, with all together first where there is more than one group.
 * @param order the grades from the best to the worst; what is in none of it comes after, those without a grade last.
 */
export function gradeGroups(
  { counts, total }: Distribution,
  by: 'model' | 'team',
  order: readonly string[],
): {
  readonly grades: readonly (string | null)[];
  readonly all: GradeGroup;
  readonly groups: readonly GradeGroup[];
} {
  const present = new Set(counts.map(({ grade }) => grade));
  const unknown = [...present]
    .filter((grade): grade is string => grade !== null && !order.includes(grade))
    .toSorted();
  const grades = [...order, ...unknown, null].filter((grade) => grade !== null || present.has(null));
  const groupOf = (key: string, list: Distribution['counts']): GradeGroup => ({
    key,
    total: sumOf(list),
    counts: grades.map((grade) => ({ grade, count: sumOf(list.filter((item) => item.grade === grade)) })),
  });
  const keys = [...new Set(counts.map((count) => count[by]))].toSorted();
  return {
    grades,
    all: { ...groupOf('', counts), total },
    groups: keys.map((key) =>
      groupOf(
        key,
        counts.filter((count) => count[by] === key),
      ),
    ),
  };
}

function sumOf(counts: Distribution['counts']): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
