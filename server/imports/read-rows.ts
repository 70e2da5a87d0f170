import type { Issue } from '../../schemas/index.ts';
import type { GoodRow, RowReader } from './row-reader.ts';

/** Rows that were read and are not staged yet. */
export interface ReadRows {
  /** How many there were, good or bad. */
  rows: number;
  readonly good: GoodRow[];
  readonly issues: Issue[];
}

/**
 * Reads rows and adds them to those read before. Blank lines are no rows, but count where rows are numbered.
 * @param firstRow the number of the first of the records.
 */
export async function readRows(
  records: readonly (readonly string[])[],
  firstRow: number,
  reader: RowReader,
  into: ReadRows,
): Promise<void> {
  await reader.prepare(records);
  for (const [index, record] of records.entries()) {
    if (record.length === 1 && record[0]!.trim() === '') continue;
    into.rows += 1;
    const read = reader.read(record, firstRow + index);
    if ('key' in read) into.good.push(read);
    else into.issues.push(...read);
  }
}
