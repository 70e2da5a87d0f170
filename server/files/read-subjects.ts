import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parse } from 'csv-parse';
import type { SubjectRow } from '../../engine/index.ts';
import type { Issue } from '../../schemas/index.ts';
import { parseDocument } from './read-document.ts';

/** The subjects of a file, and what is wrong with it. */
export interface ReadSubjects {
  readonly rows: readonly SubjectRow[];
  readonly issues: readonly Issue[];
}

/**
 * Reads a subjects file: CSV with a header, a JSON array of objects, or a JSON object a line (.ndjson).
 * The column subject names the subject; the others are measures and attributes by name.
 * A file that cannot be read rejects with the system's error.
 */
export async function readSubjects(path: string): Promise<ReadSubjects> {
  const read = extname(path).toLowerCase() === '.csv' ? await readCsv(path) : await readJson(path);
  if ('issues' in read) return { rows: [], issues: read.issues };
  const rows: SubjectRow[] = [];
  const issues: Issue[] = [];
  const seen = new Set<string>();
  for (const [index, record] of read.records.entries()) {
    const { subject, ...figures } = record;
    const id =
      typeof subject === 'number' ? String(subject) : typeof subject === 'string' ? subject.trim() : '';
    const at = { severity: 'error', pointer: `/${index}/subject`, row: index + read.firstRow } as const;
    if (id === '') issues.push({ code: 'subjects.noSubject', ...at });
    else if (seen.has(id)) issues.push({ code: 'subjects.repeated', ...at, params: { subject: id } });
    seen.add(id);
    rows.push({ subject: id, figures });
  }
  if (rows.length === 0) issues.push({ code: 'subjects.none', severity: 'error' });
  return { rows, issues };
}

type Records =
  | { readonly records: readonly Record<string, unknown>[]; readonly firstRow: number }
  | { readonly issues: readonly Issue[] };

async function readCsv(path: string): Promise<Records> {
  const records: Record<string, unknown>[] = [];
  const parser = createReadStream(path).pipe(
    parse({
      bom: true,
      columns: uniqueHeader,
      trim: true,
      skip_empty_lines: true,
      max_record_size: 1024 * 1024,
    }),
  );
  try {
    for await (const record of parser) records.push(record as Record<string, unknown>);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))) throw error;
    const lines = 'lines' in error ? Number(error.lines) : 1;
    return { issues: [{ code: 'subjects.csv', severity: 'error', row: Math.max(lines, 1) }] };
  }
  return { records, firstRow: 2 };
}

/** A header that names a column twice would lose one of them silently. */
function uniqueHeader(header: readonly string[]): string[] {
  const repeated = header.find((name, index) => header.indexOf(name) !== index);
  if (repeated !== undefined)
    throw Object.assign(new Error('repeated column'), { code: 'CSV_REPEATED_COLUMN' });
  return [...header];
}

async function readJson(path: string): Promise<Records> {
  const bytes = await readFile(path);
  if (extname(path).toLowerCase() !== '.ndjson') return recordsOf(parseDocument(bytes), 1);
  const records: Record<string, unknown>[] = [];
  for (const [index, line] of bytes.toString('utf8').split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = recordsOf(parseDocument(Buffer.from(`[${line}]`)), index + 1);
    if ('issues' in read) return read;
    records.push(...read.records);
  }
  return { records, firstRow: 1 };
}

function recordsOf(read: ReturnType<typeof parseDocument>, row: number): Records {
  if ('issues' in read) return { issues: read.issues.map((issue) => ({ ...issue, row })) };
  const list = read.document;
  if (!Array.isArray(list)) return { issues: [{ code: 'subjects.notAList', severity: 'error', row }] };
  const odd = list.findIndex((item) => typeof item !== 'object' || item === null || Array.isArray(item));
  if (odd !== -1) return { issues: [{ code: 'subjects.notAnObject', severity: 'error', row: row + odd }] };
  return { records: list as Record<string, unknown>[], firstRow: row };
}
