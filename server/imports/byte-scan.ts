import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** What the bytes of a file tell, whatever they mean. Offsets are from the file's beginning. */
export interface ByteScan {
  readonly bytes: number;
  readonly sha256: string;
  /** The bytes before the text that say how it is encoded. */
  readonly mark: 'utf-8' | 'utf-16' | undefined;
  readonly isUtf8: boolean;
  readonly firstNul: number | undefined;
  /** Where the first line longer than the limit begins. */
  readonly firstLongLine: number | undefined;
}

/** Reads a file once. A file that cannot be read rejects with the system's error. */
export async function scanBytes(path: string, longestLine: number): Promise<ByteScan> {
  const digest = createHash('sha256');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let head = Buffer.alloc(0);
  let bytes = 0;
  let isUtf8 = true;
  let firstNul: number | undefined;
  let firstLongLine: number | undefined;
  let lineStart = 0;
  for await (const data of createReadStream(path)) {
    const chunk = data as Buffer;
    digest.update(chunk);
    if (head.length < 3) head = Buffer.concat([head, chunk.subarray(0, 3)]).subarray(0, 3);
    isUtf8 &&= decodes(utf8, chunk);
    const nul = firstNul === undefined ? chunk.indexOf(0) : -1;
    if (nul !== -1) firstNul = bytes + nul;
    const ends = [chunk.indexOf('\n'), chunk.indexOf('\r')].filter((end) => end !== -1);
    const lineEnd = bytes + (ends.length === 0 ? chunk.length : Math.min(...ends));
    if (lineEnd - lineStart > longestLine) firstLongLine ??= lineStart;
    if (ends.length > 0) lineStart = bytes + Math.max(chunk.lastIndexOf('\n'), chunk.lastIndexOf('\r')) + 1;
    bytes += chunk.length;
  }
  isUtf8 &&= decodes(utf8);
  return { bytes, sha256: digest.digest('hex'), mark: markOf(head), isUtf8, firstNul, firstLongLine };
}

/** Whether a file's bytes are text in an encoding. */
export async function isEncodedIn(path: string, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of createReadStream(path)) {
    if (!decodes(decoder, chunk as Buffer)) return false;
  }
  return decodes(decoder);
}

/** The row a byte stands in: the rows that end before it, a line end within quotes not counted, and one. */
export async function rowOfByte(path: string, offset: number): Promise<number> {
  if (offset === 0) return 1;
  let row = 1;
  let quoted = false;
  let before = 0;
  for await (const chunk of createReadStream(path, { end: offset - 1 })) {
    for (const byte of chunk as Buffer) {
      if (byte === 0x22) quoted = !quoted;
      else if (!quoted && (byte === 0x0d || (byte === 0x0a && before !== 0x0d))) row += 1;
      before = byte;
    }
  }
  return row;
}

/** @param chunk left out at the end, where no character may be half there. */
function decodes(decoder: InstanceType<typeof TextDecoder>, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

function markOf(head: Buffer): ByteScan['mark'] {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
    ? 'utf-16'
    : undefined;
}
