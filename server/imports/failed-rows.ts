import { issueText, type Language } from '../../locales/index.ts';
import type { Issue } from '../../schemas/index.ts';
import type { Store } from '../store/store.ts';
import { harmless, stringifyRow } from './csv-row.ts';
import { inspectFile } from './inspect-file.ts';
import { readCsv } from './read-csv.ts';

const titles: Readonly<Record<Language, string>> = { zh: '错误', en: 'Error' };

/** The rows of a file that a job found errors in, with a first column that says which: to be mended and imported. */
export async function* failedRows(
  store: Store,
  job: string,
  path: string,
  language: Language,
): AsyncGenerator<string> {
  const byRow = new Map<number, Issue[]>();
  for await (const { issue } of store.collection('importIssues').scan({ prefix: `${job}/` })) {
    if (issue.row === undefined || issue.severity !== 'error') continue;
    byRow.set(issue.row, [...(byRow.get(issue.row) ?? []), issue]);
  }
  const inspected = await inspectFile(path, 'auto');
  if ('issue' in inspected) return;
  // Excel takes a file for UTF-8 only by its mark.
  yield '\uFEFF';
  for await (const part of readCsv(path, inspected)) {
    if ('issue' in part) return;
    for (const [index, cells] of part.records.entries()) {
      const row = part.firstRow + index;
      const issues = byRow.get(row);
      if (row > 1 && issues === undefined) continue;
      const first =
        row === 1 ? titles[language] : issues!.map((issue) => sentence(issue, language)).join(' ');
      yield `${stringifyRow([first, ...cells].map(harmless))}\r\n`;
    }
  }
}

function sentence({ code, column, params }: Issue, language: Language): string {
  const text = issueText(language, code, { column, ...params });
  return column === undefined ? text : `${column}: ${text}`;
}
