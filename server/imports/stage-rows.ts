import type { Issue } from '../../schemas/index.ts';
import type { Staging } from '../records/staging.ts';
import type { PersonFinder } from './person-finder.ts';
import type { GoodRow, RowReader } from './row-reader.ts';

/** What became of a chunk of rows. */
export interface ChunkTally {
  readonly rows: number;
  readonly rejected: number;
  /** By row. */
  readonly issues: readonly Issue[];
}

/** Reads a chunk of rows and stages the good ones. Blank lines are no rows, but count where rows are numbered. */
export async function stageRows(
  records: readonly (readonly string[])[],
  firstRow: number,
  reader: RowReader,
  staging: Staging,
  finder: PersonFinder,
): Promise<ChunkTally> {
  await reader.prepare(records);
  const issues: Issue[] = [];
  const good: GoodRow[] = [];
  let blank = 0;
  for (const [index, record] of records.entries()) {
    if (record.length === 1 && record[0]!.trim() === '') {
      blank += 1;
      continue;
    }
    const read = reader.read(record, firstRow + index);
    if ('key' in read) good.push(read);
    else issues.push(...read);
  }
  const outcomes = await staging.stage(good.map(({ key, values }) => ({ key, values })));
  const taken = good.filter((_, index) => outcomes[index] === 'added' || outcomes[index] === 'changed');
  await finder.keep(taken.flatMap(({ places }) => places ?? []));
  for (const [index, { row }] of good.entries()) {
    if (outcomes[index] === 'duplicate') issues.push({ code: 'row.duplicateKey', severity: 'error', row });
  }
  return {
    rows: records.length - blank,
    rejected: records.length - blank - outcomes.filter((outcome) => outcome !== 'duplicate').length,
    issues: issues.toSorted((a, b) => a.row! - b.row!),
  };
}
