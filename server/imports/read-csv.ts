import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { Issue } from '../../schemas/index.ts';
import { charactersAtOnce, longestRecord, rowsAtOnce } from './csv-bounds.ts';
import type { Encoding } from './inspect-file.ts';

/** Some rows of a file that follow each other, the first of them the header or any other; or what ended the reading. */
export type CsvPart =
  | {
      readonly records: readonly (readonly string[])[];
      readonly firstRow: number;
      readonly characters: number;
      /** How much of the file was read so far. */
      readonly bytes: number;
    }
  | { readonly issue: Issue };

/**
 * The rows of an inspected file, a bounded number at a time.
 * @param file the hash it had when it was inspected; it must still be the same.
 */
export async function* readCsv(
  path: string,
  { encoding, sha256 }: { readonly encoding: Encoding; readonly sha256: string },
): AsyncGenerator<CsvPart> {
  const meter = { bytes: 0, digest: createHash('sha256') };
  const parser = parse({
    bom: true,
    // Files with mixed line ends exist; found out from the first line, the rest would be one row.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: longestRecord,
  });
  const feeding = pipeline(measured(createReadStream(path), meter), decoded(encoding), parser);
  // The parser passes every error on to whoever reads it.
  feeding.catch(() => {});

  let records: string[][] = [];
  let characters = 0;
  let firstRow = 1;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      records.push(record);
      for (const cell of record) characters += cell.length + 1;
      if (records.length < rowsAtOnce && characters < charactersAtOnce) continue;
      yield { records, firstRow, characters, bytes: meter.bytes };
      firstRow += records.length;
      records = [];
      characters = 0;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield { issue: issueOf(error) };
    return;
  }
  if (records.length > 0) yield { records, firstRow, characters, bytes: meter.bytes };
  if (meter.digest.digest('hex') !== sha256) yield { issue: { code: 'file.changed', severity: 'error' } };
}

async function* measured(source: Readable, meter: { bytes: number; digest: Hash }): AsyncGenerator<Buffer> {
  for await (const data of source) {
    const chunk = data as Buffer;
    meter.bytes += chunk.length;
    meter.digest.update(chunk);
    yield chunk;
  }
}

/** UTF-8 is what the parser reads. */
function decoded(encoding: Encoding): (chunks: AsyncIterable<Buffer>) => AsyncIterable<Buffer | string> {
  if (encoding === 'utf-8') return (chunks) => chunks;
  return async function* (chunks) {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of chunks) {
      const text = decoder.decode(chunk, { stream: true });
      if (text !== '') yield text;
    }
    const rest = decoder.decode();
    if (rest !== '') yield rest;
  };
}

const codes: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'file.unclosedQuote',
  CSV_MAX_RECORD_SIZE: 'file.recordTooLong',
};

function issueOf(error: CsvError): Issue {
  // Of the records that were parsed, not of those that were passed on before it failed.
  const row = Number(error['records'] ?? 0) + 1;
  const code = codes[error.code];
  if (code === undefined)
    return { code: 'file.malformed', severity: 'error', row, params: { reason: error.code } };
  if (code === 'file.unclosedQuote') return { code, severity: 'error', row };
  return { code, severity: 'error', row, params: { max: longestRecord } };
}
