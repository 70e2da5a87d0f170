import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringifyRow } from '../imports/csv-row.ts';
import type { Company, Dataset, Issue } from '../../schemas/index.ts';
import type { Services } from '../api/services.ts';
import { importCsv } from '../imports/import-csv.ts';
import { peopleOf } from '../people/people.ts';
import { recordCommit } from './commit-entry.ts';
import { commitOf } from './commits.ts';
import { revisionOf } from './current-record.ts';
import type { Change, CommitEntry } from '../store/documents.ts';

/** What a form says of one record, cell by cell, as a file would. */
export interface OneRow {
  readonly dataset: Dataset;
  readonly company: Company;
  readonly values: Readonly<Record<string, string | null>>;
}

/**
 * Takes one record in as a file of one row: what holds for files holds for forms, errors, revisions, commits and all.
 * @param id of the import it is; done again under it, it is done once.
 * @param entry what the log is to say of it.
 * @param fits whether the record of this key is still as it was when the form was filled in; asked when nobody else can
 * commit before the answer counts.
 * @returns what is wrong, by column; nothing where it counts now, or changes nothing; overtaken where it did not fit.
 */
export async function takeRow(
  { store, folder }: Services,
  { dataset, company, values }: OneRow,
  id: string,
  change: Change,
  entry: CommitEntry,
  fits: (key: string) => Promise<boolean>,
): Promise<Issue[] | 'overtaken'> {
  const done = await commitOf(store, id);
  if (done !== undefined) {
    await recordCommit(store, done.commit);
    return [];
  }
  const columns = dataset.columns.map((column) => column.id);
  const cells = columns.map((column) => values[column] ?? '');
  const path = join(folder, 'uploads', `form-${id.replaceAll(/[^\w-]/g, '_')}`);
  await mkdir(join(folder, 'uploads'), { recursive: true });
  await writeFile(path, `${stringifyRow(columns)}\n${stringifyRow(cells)}\n`);
  const issues: Issue[] = [];
  let overtaken = false;
  const isAsSeen = async () => {
    const staged = await revisionOf(store, id);
    overtaken = staged !== undefined && !(await fits(staged.key));
    return !overtaken;
  };
  try {
    const { commit } = await importCsv({
      store,
      people: peopleOf(store),
      // A form writes days as they are stored, whatever its files do.
      dataset: { ...dataset, columns: dataset.columns.map(withPlainDates) },
      company,
      file: { name: 'form', path },
      mapping: Object.fromEntries(columns.map((column) => [column, column])),
      mode: 'allOrNothing',
      dryRun: false,
      encoding: 'utf-8',
      newId: () => id,
      change,
      entry,
      fits: isAsSeen,
      onIssue: (issue) => issues.push(issue),
      onProgress: () => {},
    });
    if (commit !== undefined) await recordCommit(store, commit);
  } finally {
    await rm(path, { force: true });
  }
  if (overtaken) return 'overtaken';
  return issues
    .filter(({ severity }) => severity === 'error')
    .map(({ row: _row, ...issue }) => ({
      ...issue,
      ...(issue.column !== undefined && { pointer: `/values/${issue.column}` }),
    }));
}

function withPlainDates<T extends Dataset['columns'][number]>(column: T): T {
  return column.type === 'date' ? { ...column, pattern: 'YYYY-MM-DD' } : column;
}
