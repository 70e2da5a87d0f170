import { execFile } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** What a command line said, and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Standard output, a JSON document a line. */
  readonly lines: readonly Record<string, unknown>[];
}

/** Runs `meritscale` as its user would: a process of its own, from the sources. */
export function meritscale(args: readonly string[], language = 'en'): Promise<Ran> {
  const env = { ...process.env, MERITSCALE_LANG: language };
  const command = ['--import', 'tsx', join(root, 'server/cli/main.ts'), ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: root, env, maxBuffer: 1 << 28 }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      const lines = out.split('\n').filter((line) => line.startsWith('{'));
      resolve({ code, out, err, lines: code === -1 ? [] : lines.map(parseLine) });
    });
  });
}

function parseLine(line: string): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    // A document over several lines: the test reads `out`.
    return {};
  }
}
