import type { Language } from '../../locales/index.ts';

/** Where a command speaks: results to out, messages to err. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Rewrites the last line of messages; nothing where no person watches. */
  progress(text: string): void;
  readonly language: Language;
}

/** 0: done; 1: done, and there are findings; 2: could not be done as asked. */
export const exit = { ok: 0, findings: 1, badUse: 2 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/** What a person asked for and cannot have: a mistake in the command line, a file that is not there. */
export class BadUse extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;

  constructor(code: string, params: Readonly<Record<string, string>> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** Standard output and error of this process. */
export function processIo(language: Language): Io {
  return {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    progress: (text) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${text}`);
    },
    language,
  };
}
