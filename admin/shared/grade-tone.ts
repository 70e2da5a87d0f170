/** A colour of the theme. */
export type Tone = 'success' | 'info' | 'warning' | 'error';

/**
 * The colour of a grade by its place: green for the best, red for the worst, blue and then amber in between.
 * @param rank the best is 0; -1 is none of the grades, and has no colour.
 * @param of how many grades there are.
 */
export function gradeTone(rank: number, of: number): Tone | undefined {
  if (rank < 0) return undefined;
  if (rank === 0) return 'success';
  if (rank === of - 1) return 'error';
  return rank < of / 2 ? 'info' : 'warning';
}
