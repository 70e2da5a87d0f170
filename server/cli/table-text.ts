/** Rows of cells as lines of text, the columns aligned; a Chinese character is two wide. */
export function tableText(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}

function pad(cell: string, to: number): string {
  return cell + ' '.repeat(to - width(cell));
}

function width(text: string): number {
  let sum = 0;
  for (const character of text) sum += /[\u2E80-\uFFEF]/.test(character) ? 2 : 1;
  return sum;
}
