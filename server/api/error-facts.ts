/** What the log says of an error. */
export interface ErrorFacts {
  readonly type: string;
  readonly code?: string;
  /** Where it was thrown. */
  readonly at: readonly string[];
}

/** Enough of an error to find its cause; not its message, which may cite what somebody sent or stored. */
export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const { code } = error as { readonly code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...((typeof code === 'string' || typeof code === 'number') && { code: String(code) }),
    at: frames.slice(0, 20).map((line) => line.trim()),
  };
}
