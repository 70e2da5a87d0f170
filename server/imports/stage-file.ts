import type { Staging } from '../records/staging.ts';
import type { StagedPeople } from '../people/staged-people.ts';
import { charactersInMemory, issuesInMemory, rowsInMemory } from './csv-bounds.ts';
import { matchHeader } from './header.ts';
import type { Encoding } from './inspect-file.ts';
import type { IssueLog } from './issue-log.ts';
import { PersonFinder } from './person-finder.ts';
import { readCsv } from './read-csv.ts';
import { readRows, type ReadRows } from './read-rows.ts';
import type { ImportRequest } from './report.ts';
import { rowReader, type RowReader } from './row-reader.ts';
import { stageRows } from './stage-rows.ts';
import type { ImportedFile } from '../store/documents.ts';

/** What became of a file's rows. */
export interface FileTally {
  readonly rows: number;
  readonly rejected: number;
  /** Whether the file was read to its end, under a header that fits. */
  readonly complete: boolean;
}

/** Reads a file from its header to its end and stages its rows. */
export async function stageFile(
  { dataset, company, people, file, mapping, onProgress }: ImportRequest,
  facts: ImportedFile,
  staging: Staging,
  staged: StagedPeople,
  log: IssueLog,
): Promise<FileTally> {
  const finder = new PersonFinder(people, staged);
  const tally = { rows: 0, rejected: 0 };
  let waiting: ReadRows & { characters: number } = { rows: 0, good: [], issues: [], characters: 0 };
  let bytes = 0;
  const stage = async () => {
    const bad = waiting.rows - waiting.good.length;
    const report = (rows: number) =>
      onProgress({ rows: (tally.rows += rows), bytes, totalBytes: facts.bytes });
    if (bad > 0) report(bad);
    const { rejected, issues } = await stageRows(waiting, staging, finder, report);
    for (const issue of issues) log.add(issue);
    tally.rejected += rejected;
    waiting = { rows: 0, good: [], issues: [], characters: 0 };
  };

  let reader: RowReader | undefined;
  const source = { encoding: facts.encoding as Encoding, sha256: facts.sha256 };
  for await (const part of readCsv(file.path, source)) {
    if ('issue' in part) {
      await stage();
      log.add(part.issue);
      return { ...tally, complete: false };
    }
    const body = reader === undefined ? part.records.slice(1) : part.records;
    if (reader === undefined) {
      const header = part.records[0]!;
      const { placed, issues } = matchHeader(dataset.columns, header, mapping);
      for (const issue of issues) log.add(issue);
      if (issues.some(({ severity }) => severity === 'error')) return { ...tally, complete: false };
      reader = rowReader(dataset, placed, header.length, company.timeZone, finder);
    }
    await readRows(body, part.firstRow + part.records.length - body.length, reader, waiting);
    waiting.characters += part.characters;
    bytes = part.bytes;
    if (isFull(waiting)) await stage();
    else onProgress({ rows: tally.rows, bytes, totalBytes: facts.bytes });
  }
  await stage();
  if (reader === undefined) log.add({ code: 'file.empty', severity: 'error' });
  else if (tally.rows === 0) log.add({ code: 'file.noRows', severity: 'warning' });
  return { ...tally, complete: reader !== undefined };
}

function isFull({ good, issues, characters }: ReadRows & { readonly characters: number }): boolean {
  return good.length >= rowsInMemory || characters >= charactersInMemory || issues.length >= issuesInMemory;
}
