import type { ImportedFile } from '../records/commits.ts';
import type { Staging } from '../records/staging.ts';
import type { StagedPeople } from '../people/staged-people.ts';
import { matchHeader } from './header.ts';
import type { Encoding } from './inspect-file.ts';
import type { IssueLog } from './issue-log.ts';
import { PersonFinder } from './person-finder.ts';
import { readCsv } from './read-csv.ts';
import type { ImportRequest } from './report.ts';
import { rowReader, type RowReader } from './row-reader.ts';
import { stageRows } from './stage-rows.ts';

/** What became of a file's rows. */
export interface FileTally {
  readonly rows: number;
  readonly rejected: number;
  /** Whether the file was read to its end, under a header that fits. */
  readonly complete: boolean;
}

/** Reads a file from its header to its end and stages its rows. */
export async function stageFile(
  { dataset, company, people, file, onProgress }: ImportRequest,
  facts: ImportedFile,
  staging: Staging,
  staged: StagedPeople,
  log: IssueLog,
): Promise<FileTally> {
  const finder = new PersonFinder(people, staged);
  const tally = { rows: 0, rejected: 0, complete: false };
  let reader: RowReader | undefined;
  for await (const part of readCsv(file.path, {
    encoding: facts.encoding as Encoding,
    sha256: facts.sha256,
  })) {
    if ('issue' in part) {
      log.add(part.issue);
      return tally;
    }
    const body = reader === undefined ? part.records.slice(1) : part.records;
    if (reader === undefined) {
      const header = part.records[0]!;
      const { placed, issues } = matchHeader(dataset.columns, header);
      for (const issue of issues) log.add(issue);
      if (issues.some(({ severity }) => severity === 'error')) return tally;
      reader = rowReader(dataset, placed, header.length, company.timeZone, finder);
    }
    const firstRow = part.firstRow + part.records.length - body.length;
    const { rows, rejected, issues } = await stageRows(body, firstRow, reader, staging, finder);
    for (const issue of issues) log.add(issue);
    tally.rows += rows;
    tally.rejected += rejected;
    onProgress({ rows: tally.rows, bytes: part.bytes, totalBytes: facts.bytes });
  }
  if (reader === undefined) log.add({ code: 'file.empty', severity: 'error' });
  else if (tally.rows === 0) log.add({ code: 'file.noRows', severity: 'warning' });
  return { ...tally, complete: reader !== undefined };
}
