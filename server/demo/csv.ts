/** A cell: empty text is an empty cell. */
export type Cell = string | number;

/** CSV text of rows whose cells are named by these columns: a header row, lines ending in \n, quotes where needed. */
export function csvOf<const Column extends string>(
  columns: readonly Column[],
  rows: Iterable<Readonly<Record<Column, Cell>>>,
): string {
  const lines = [columns.join(',')];
  for (const row of rows) lines.push(columns.map((column) => quoted(String(row[column]))).join(','));
  return `${lines.join('\n')}\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
