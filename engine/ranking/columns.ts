/** The columns that ranking adds to a table: the grade, and where the subject stands. */
export const rankingColumns = {
  grade: 'rank.grade',
  position: 'rank.position',
  of: 'rank.of',
  toNext: 'rank.toNext',
  margin: 'rank.margin',
} as const;
