/** A test as it ended. */
export interface EndedTest {
  /** File and full name. */
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'skipped' | 'pending';
  /** What was handed to ctx.skip. */
  readonly note?: string | undefined;
}

/** What the environment says about skipped tests. */
export interface SkipPolicy {
  /** MERITSCALE_NO_SKIP=1: a skipped test fails the run. */
  readonly noSkip: boolean;
  /** MERITSCALE_ALLOW_SKIP: parts of names or notes that may be skipped nevertheless. */
  readonly allowed: readonly string[];
}

export function skipPolicyOf(env: Readonly<Record<string, string | undefined>>): SkipPolicy {
  return {
    noSkip: env['MERITSCALE_NO_SKIP'] === '1',
    allowed: (env['MERITSCALE_ALLOW_SKIP'] ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  };
}

/** What to print at the end of a run, and whether the skipped tests, or that there were no others, fail it. */
export function reportSkips(
  tests: readonly EndedTest[],
  policy: SkipPolicy,
): { readonly lines: readonly string[]; readonly ok: boolean } {
  const skipped = tests.filter((test) => test.state === 'skipped' || test.state === 'pending');
  const verdicts = skipped.map((test) => verdictOf(test, policy));
  const refused = verdicts.filter((verdict) => !verdict.ok).length;
  const ran = tests.length - skipped.length;
  return {
    lines: [
      `Skipped tests: ${skipped.length}`,
      ...verdicts.map((verdict) => `  ${verdict.line}`),
      ...(refused > 0 ? [`Failed: MERITSCALE_NO_SKIP=1, and ${refused} skipped without leave.`] : []),
      ...(ran === 0 ? ['Failed: no test ran.'] : []),
    ],
    ok: refused === 0 && ran > 0,
  };
}

function verdictOf(test: EndedTest, policy: SkipPolicy): { readonly line: string; readonly ok: boolean } {
  const line = test.note === undefined ? test.name : `${test.name}: ${test.note}`;
  if (!policy.noSkip) return { line, ok: true };
  const allowance = policy.allowed.find((part) => line.includes(part));
  if (allowance === undefined) return { line: `not allowed: ${line}`, ok: false };
  return { line: `allowed by "${allowance}": ${line}`, ok: true };
}
