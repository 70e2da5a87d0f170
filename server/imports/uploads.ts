import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The most bytes a file may have. */
export const largestUpload = 200 * 1024 * 1024;
const keptFor = 7 * 24 * 60 * 60 * 1000;

/** A file as it came in. */
export interface Received {
  readonly bytes: number;
  readonly sha256: string;
}

/** Where the bytes of an upload lie. */
export function uploadPath(folder: string, id: string): string {
  return join(folder, 'uploads', id.replaceAll(/[^\w-]/g, '_'));
}

/** Writes what comes in to the disk; undefined, and nothing is left, where it is too large. */
export async function receive(
  folder: string,
  id: string,
  source: IncomingMessage,
): Promise<Received | undefined> {
  if (Number(source.headers['content-length'] ?? 0) > largestUpload) return undefined;
  const path = uploadPath(folder, id);
  await mkdir(join(folder, 'uploads'), { recursive: true });
  const hash = createHash('sha256');
  let bytes = 0;
  const measured = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      // Read to the end all the same, so that the answer is heard.
      if (bytes > largestUpload) continue;
      hash.update(chunk);
      yield chunk;
    }
  };
  try {
    await pipeline(source, measured, createWriteStream(path));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  if (bytes <= largestUpload) return { bytes, sha256: hash.digest('hex') };
  await rm(path, { force: true });
  return undefined;
}

/** Removes files whose import is long over, or never was. */
export async function clearOldUploads(folder: string, now: Date): Promise<void> {
  const uploads = join(folder, 'uploads');
  const names = await readdir(uploads).catch(() => []);
  for (const name of names) {
    const path = join(uploads, name);
    // Somebody else may have removed it meanwhile.
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && now.getTime() - found.mtimeMs > keptFor) await rm(path, { force: true });
  }
}
