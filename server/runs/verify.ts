import { canonical } from '../../engine/index.ts';
import type { Issue, Run } from '../../schemas/index.ts';
import type { Store } from '../store/store.ts';
import { compute } from './compute.ts';
import { pinsOfRun } from './pins-of-run.ts';
import { resultsOfRun, type StoredResult } from './stored-results.ts';
import { resultWithoutPay } from './without-pay.ts';

/**
 * Computes a stored run again, from the definitions and records that it pinned, and compares bytes with what is stored.
 * @returns no issue where every result, receipt and hash is what it was.
 */
export async function verifyRun(
  store: Store,
  id: string,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<{ run?: Run; issues: Issue[] }> {
  const run = await store.collection('runs').get(id);
  if (run === undefined)
    return { issues: [{ code: 'run.unknownRun', severity: 'error', params: { run: id } }] };
  const pins = await pinsOfRun(store, run);
  if ('issues' in pins) return { run, issues: pins.issues };
  const computed = await compute(store, pins, onProgress);
  if ('issues' in computed) return { run, issues: [...computed.issues] };

  const now = new Map(computed.results.map((stored) => [stored.subject, stored]));
  const issues = differences(run, computed.run);
  for await (const stored of resultsOfRun(store, id)) {
    const { subject } = stored;
    const again = now.get(subject);
    if (again === undefined || canonical(again) !== canonical(stored))
      issues.push(differs(`result ${subject}`, shown(stored), again && shown(again)));
    now.delete(subject);
  }
  for (const [subject, again] of now) issues.push(differs(`result ${subject}`, undefined, shown(again)));
  return { run, issues };
}

/** What a verification says of a result: whoever may verify a run, may not see what is paid, or what pay is made from. */
function shown({ result }: StoredResult): string {
  return canonical(resultWithoutPay(result));
}

function differences(stored: Run, now: Run): Issue[] {
  const keys = new Set([...Object.keys(stored), ...Object.keys(now)]) as Set<keyof Run>;
  return [...keys].flatMap((key) => {
    const [before, after] = [canonical(stored[key] ?? null), canonical(now[key] ?? null)];
    return before === after ? [] : [differs(key, before, after)];
  });
}

function differs(what: string, before: string | undefined, now: string | undefined): Issue {
  const short = (text: string | undefined) => (text ?? '–').slice(0, 200);
  return {
    code: 'verify.differs',
    severity: 'error',
    params: { what, before: short(before), now: short(now) },
  };
}
