import type { Issue } from '../../schemas/index.ts';
import type { Staging } from '../records/staging.ts';
import { rowsAtOnce } from './csv-bounds.ts';
import type { PersonFinder } from './person-finder.ts';
import type { ReadRows } from './read-rows.ts';
import type { GoodRow } from './row-reader.ts';

/**
 * Stages the good ones of some rows, in the order of their keys: neighbours in the store are written together, which
 * is several times faster than in any order. Of two rows with one key the first in the file is staged.
 * @param onStaged called with the number of rows of every chunk.
 * @returns how many rows are not staged, and all issues of the rows, by row.
 */
export async function stageRows(
  { rows, good, issues }: ReadRows,
  staging: Staging,
  finder: PersonFinder,
  onStaged: (rows: number) => void,
): Promise<{ readonly rejected: number; readonly issues: readonly Issue[] }> {
  const sorted = good.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row - b.row));
  const duplicates: Issue[] = [];
  for (let start = 0; start < sorted.length; start += rowsAtOnce) {
    const chunk = sorted.slice(start, start + rowsAtOnce);
    const outcomes = await staging.stage(chunk);
    const taken: GoodRow[] = [];
    for (const [index, row] of chunk.entries()) {
      if (outcomes[index] === 'duplicate') {
        duplicates.push({ code: 'row.duplicateKey', severity: 'error', row: row.row });
      } else if (outcomes[index] !== 'unchanged') taken.push(row);
    }
    await finder.keep(taken.flatMap(({ newcomer }) => newcomer ?? []));
    onStaged(chunk.length);
  }
  finder.forget();
  return {
    rejected: rows - good.length + duplicates.length,
    issues: [...issues, ...duplicates].toSorted((a, b) => a.row! - b.row!),
  };
}
