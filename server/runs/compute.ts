import { createHash } from 'node:crypto';
import { certify } from '../../engine/certificate/certify.ts';
import { canonical, evaluate, explain, hashOf, semantics } from '../../engine/index.ts';
import type { Certificate, Issue, Result, Run } from '../../schemas/index.ts';
import type { Store } from '../store/store.ts';
import { runIdOf, type Pins } from './pins.ts';
import { prepare } from './prepare.ts';

/** A result as it is stored: with the hash of its receipt, which is derived from the same pins whenever it is wanted. */
export interface StoredResult {
  readonly result: Result;
  readonly receipt: string;
}

/** A computed run, its results by model, then by subject; or why there is none. */
export type Computed =
  | { readonly run: Run; readonly results: readonly StoredResult[] }
  | { readonly issues: readonly Issue[] };

/** Evaluates everything that is pinned. The same pins give the same bytes, whenever and wherever. */
export async function compute(
  store: Store,
  pins: Pins,
  onProgress: (done: number, all: number) => void,
): Promise<Computed> {
  const { period, company, datasets, commit, records } = pins;
  const { members, judgings, issues } = await prepare(store, pins);
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { issues: errors };

  const results: StoredResult[] = [];
  const certificates: Certificate[] = [];
  for (const { model, program, table } of judgings) {
    const evaluated = evaluate(program, table);
    for (const [row, result] of evaluated.entries()) {
      results.push({
        result: { ...result, period: period.id },
        receipt: hashOf(explain(program, table, row)),
      });
    }
    certificates.push(await certify(model.document, table, evaluated));
    onProgress(results.length, members.length);
  }
  const run: Run = {
    format: 'meritscale/run/1',
    id: runIdOf(pins),
    semantics,
    period,
    company: company.hash,
    commit,
    models: judgings.map(({ model: { key, hash, document }, table }) => ({
      stage: document.stage,
      key,
      hash,
      subjects: table.subjects.length,
    })),
    datasets: Object.fromEntries(datasets.map(({ key, hash }) => [key, hash])),
    records,
    people: hashOf(members),
    subjects: results.length,
    results: hashOfResults(results),
    certificates,
    issues: [...issues],
  };
  return { run, results };
}

/** SHA-256 over the RFC 8785 form of the results, a line each. */
function hashOfResults(results: readonly StoredResult[]): string {
  const hash = createHash('sha256');
  for (const result of results) hash.update(`${canonical(result)}\n`);
  return hash.digest('hex');
}
