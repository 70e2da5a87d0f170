import { headersOf, normalHeader } from '../datasets/headers.ts';
import type { Dataset, DatasetFit, Issue } from '../../schemas/index.ts';
import { inspectFile, type Encoding } from './inspect-file.ts';
import { readCsv } from './read-csv.ts';

const shownRows = 20;
const shownCell = 200;

/** What a file looks like before anybody says what it is. */
export interface Looks {
  readonly encoding: Encoding | null;
  readonly header: string[];
  readonly rows: string[][];
  readonly issues: Issue[];
}

/** Reads the beginning of a file. */
export async function lookAt(path: string): Promise<Looks> {
  const inspected = await inspectFile(path, 'auto');
  if ('issue' in inspected) return { encoding: null, header: [], rows: [], issues: [inspected.issue] };
  const { encoding } = inspected;
  for await (const part of readCsv(path, inspected)) {
    if ('issue' in part) return { encoding, header: [], rows: [], issues: [part.issue] };
    const [header = [], ...rows] = part.records;
    const shown = rows.slice(0, shownRows).map((row) => row.map((cell) => cell.slice(0, shownCell)));
    return { encoding, header: header.map((cell) => cell.slice(0, shownCell)), rows: shown, issues: [] };
  }
  return { encoding, header: [], rows: [], issues: [{ code: 'file.empty', severity: 'error' }] };
}

/** Which datasets a file with this header may be for, the likeliest first. */
export function fitsOf(datasets: readonly Dataset[], header: readonly string[]): DatasetFit[] {
  return datasets
    .map((dataset) => fitOf(dataset, header))
    .filter(({ mapping }) => Object.keys(mapping).length > 0)
    .toSorted((a, b) => a.missing.length - b.missing.length || found(b) - found(a));
}

function fitOf({ id, columns }: Dataset, header: readonly string[]): DatasetFit {
  const mapping: Record<string, string> = {};
  for (const column of columns) {
    const names = new Set(headersOf(column).map((item) => item.header));
    const at = header.find((text) => names.has(normalHeader(text)) && !Object.values(mapping).includes(text));
    if (at !== undefined) mapping[column.id] = at;
  }
  const missing = columns.filter((column) => column.required && mapping[column.id] === undefined);
  return { dataset: id, mapping, missing: missing.map((column) => column.id) };
}

function found({ mapping }: DatasetFit): number {
  return Object.keys(mapping).length;
}
