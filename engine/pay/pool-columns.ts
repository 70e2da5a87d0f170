/** The columns that the pool of a line adds to a table: what is divided, the subject's part, what stays with nobody. */
export function poolColumns(line: string) {
  return { sum: `pool.${line}.sum`, part: `pool.${line}.part`, fund: `pool.${line}.fund` } as const;
}

/** Whether a column is made by a pool: no measure has a point in its name. */
export function isPoolColumn(name: string): boolean {
  return name.startsWith('pool.');
}
