import type { Issue } from '../../schemas/index.ts';
import { isEncodedIn, rowOfByte, scanBytes, type ByteScan } from './byte-scan.ts';
import { longestRecord } from './csv-bounds.ts';

export type Encoding = 'utf-8' | 'gb18030';

/** A file that can be read as text, or why it cannot. */
export type Inspected =
  | { readonly sha256: string; readonly bytes: number; readonly encoding: Encoding }
  | { readonly sha256?: string; readonly bytes?: number; readonly issue: Issue };

/** Looks a file over before anything is read from it: whether it is text, in which encoding, with lines of bearable length. */
export async function inspectFile(path: string, wanted: Encoding | 'auto'): Promise<Inspected> {
  let scan: ByteScan;
  try {
    scan = await scanBytes(path, longestRecord);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { issue: { code: 'file.unreadable', severity: 'error', params: { reason: code } } };
  }
  const { sha256, bytes } = scan;
  const issue = await brokenBytes(path, scan);
  if (issue !== undefined) return { sha256, bytes, issue };
  const encoding = await encodingOf(path, scan, wanted);
  if (encoding !== undefined) return { sha256, bytes, encoding };
  return { sha256, bytes, issue: { code: 'file.encoding', severity: 'error', params: { encoding: wanted } } };
}

async function brokenBytes(path: string, scan: ByteScan): Promise<Issue | undefined> {
  if (scan.bytes === 0) return { code: 'file.empty', severity: 'error' };
  if (scan.mark === 'utf-16')
    return { code: 'file.encoding', severity: 'error', params: { encoding: 'utf-16' } };
  if (scan.firstNul !== undefined) {
    return { code: 'file.nul', severity: 'error', row: await rowOfByte(path, scan.firstNul) };
  }
  if (scan.firstLongLine === undefined) return undefined;
  const row = await rowOfByte(path, scan.firstLongLine);
  return { code: 'file.recordTooLong', severity: 'error', row, params: { max: longestRecord } };
}

async function encodingOf(
  path: string,
  scan: ByteScan,
  wanted: Encoding | 'auto',
): Promise<Encoding | undefined> {
  if (wanted !== 'gb18030' && scan.isUtf8) return 'utf-8';
  // Broken UTF-8 is often valid GB18030 of nonsense: where the file says it is UTF-8, it is believed.
  if (wanted === 'utf-8' || scan.mark === 'utf-8') return undefined;
  return (await isEncodedIn(path, 'gb18030')) ? 'gb18030' : undefined;
}
