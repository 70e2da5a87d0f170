import type { Outcome } from '../what-if/outcome.ts';

/** By row, the first set of edits that alone gives the new grade. */
export interface Flips {
  take(outcome: Outcome, mask: number): void;
  /** Undefined where the grade stays, or no set was asked that gives it. */
  of(row: number): number | undefined;
}

export function flipsOf(start: Outcome, end: Outcome, rows: number): Flips {
  const masks = new Map<number, number>();
  const waiting = new Map<number, string | null>();
  for (let row = 0; row < rows; row += 1) {
    const [from, to] = [start.gradeOf(row), end.gradeOf(row)];
    if (from !== to) waiting.set(row, to);
  }
  return {
    take(outcome, mask) {
      for (const [row, goal] of waiting) {
        if (outcome.gradeOf(row) !== goal) continue;
        masks.set(row, mask);
        waiting.delete(row);
      }
    },
    of: (row) => masks.get(row),
  };
}
