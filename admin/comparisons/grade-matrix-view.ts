import type { GradeMove } from '../../schemas/index.ts';

/** A cell of the matrix: how many, and which way. */
export interface MatrixCell {
  readonly count: number;
  readonly way: 'up' | 'down' | 'same' | 'none';
}

/** The matrix of grades: a row for each grade before, a column for each after. Null: no grade, or not in the run. */
export interface GradeMatrix {
  readonly rows: readonly (string | null)[];
  readonly columns: readonly (string | null)[];
  /** By row, then by column. */
  readonly cells: readonly (readonly MatrixCell[])[];
}

/** @param order the grades from the best to the worst. */
export function gradeMatrix(moves: readonly GradeMove[], order: readonly string[]): GradeMatrix {
  const used = (side: 'before' | 'after') => {
    const grades = new Set(moves.map((move) => move[side]));
    const others = [...grades]
      .filter((grade): grade is string => grade !== null && !order.includes(grade))
      .toSorted();
    return [...order, ...others, ...(grades.has(null) ? [null] : [])];
  };
  const [rows, columns] = [used('before'), used('after')];
  const rank = (grade: string | null) => (grade === null ? -1 : order.indexOf(grade));
  const way = (before: string | null, after: string | null): MatrixCell['way'] => {
    const [from, to] = [rank(before), rank(after)];
    if (from === -1 || to === -1) return 'none';
    if (from === to) return 'same';
    return to < from ? 'up' : 'down';
  };
  return {
    rows,
    columns,
    cells: rows.map((before) =>
      columns.map((after) => ({
        count: moves
          .filter((move) => move.before === before && move.after === after)
          .reduce((sum, { count }) => sum + count, 0),
        way: way(before, after),
      })),
    ),
  };
}
