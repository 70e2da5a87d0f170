/** A cell of a CSV file: numbers are decimal strings, and stay numbers. */
export type CsvCell = string | number | null;

const decimal = /^-?\d+(\.\d+)?$/;
/** What spreadsheets take for the beginning of a formula. */
const formula = /^[=+\-@\t\r＝＋－＠]/;

/**
 * A CSV file that Excel and WPS open as it is meant: UTF-8 with its mark, CRLF.
 * A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(written).join(',')).join('\r\n')}\r\n`;
}

function written(cell: CsvCell): string {
  const text = String(cell ?? '');
  if (decimal.test(text)) return text;
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
