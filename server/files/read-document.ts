import { readFile, stat } from 'node:fs/promises';
import type { Issue } from '../../schemas/index.ts';

/** The most bytes a document may have. */
const bound = 256 * 1024;

/** A JSON document from a file, or what is wrong with its text. */
export type ReadDocument = { readonly document: unknown } | { readonly issues: readonly Issue[] };

/** Reads a JSON file. A file that cannot be read rejects with the system's error. */
export async function readDocument(path: string): Promise<ReadDocument> {
  if ((await stat(path)).size > bound) {
    return { issues: [{ code: 'document.tooLarge', severity: 'error', pointer: '' }] };
  }
  return parseDocument(await readFile(path));
}

/** Reads the bytes of a JSON document: UTF-8, with or without a byte order mark. */
export function parseDocument(bytes: Uint8Array): ReadDocument {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { issues: [{ code: 'document.notUnicode', severity: 'error', pointer: '' }] };
  }
  try {
    return { document: JSON.parse(text) as unknown };
  } catch (error) {
    return {
      issues: [{ code: 'document.syntax', severity: 'error', pointer: '', params: placeOf(error, text) }],
    };
  }
}

/** Line and column, counted from 1, of what JSON.parse complained about. */
function placeOf(error: unknown, text: string): { line: number; column: number } {
  const match = /position (\d+)/.exec(String(error));
  const before = text.slice(0, match === null ? text.length : Number(match[1])).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
