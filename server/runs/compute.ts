import { createHash } from 'node:crypto';
import { certify } from '../../engine/certificate/certify.ts';
import { canonical, complete, hashOf, inputsOf, judge, semantics } from '../../engine/index.ts';
import type { Certificate, Issue, Result, Run } from '../../schemas/index.ts';
import type { Store } from '../store/store.ts';
import { runIdOf, type Pins } from './pins.ts';
import { prepare } from './prepare.ts';
import type { StoredResult } from './stored-results.ts';

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
  const { period, company, datasets, commit, records, earlier } = pins;
  const { members, judgings, issues } = await prepare(store, pins);
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { issues: errors };

  const results: StoredResult[] = [];
  const certificates: Certificate[] = [];
  const subjects = judgings.reduce((sum, { places }) => sum + places.length, 0);
  const thisRun = new Map<string, Result>();
  for (const { model, program, places, table: tableWith } of judgings) {
    const table = complete(program, tableWith(thisRun));
    const evaluated: Result[] = [];
    for (const { result: judged, receipt } of judge(program, table)) {
      const row = evaluated.push(judged) - 1;
      const result = { ...judged, period: period.id };
      const { key, team, role, stage } = places[row]!;
      thisRun.set(key, result);
      results.push({
        subject: key,
        team,
        role,
        stage,
        model: model.key,
        status: result.status,
        grade: result.grade,
        composite: result.composite === null ? null : Number(result.composite),
        result,
        ...inputsOf(program, table, row),
        receipt: createHash('sha256').update(receipt).digest('hex'),
      });
      if (results.length % 500 === 0) onProgress(results.length, subjects);
    }
    certificates.push(await certify(model.document, table, evaluated));
    onProgress(results.length, subjects);
  }
  const run: Run = {
    format: 'meritscale/run/1',
    id: runIdOf(pins),
    semantics,
    period,
    company: company.hash,
    commit,
    models: judgings.map(({ model: { key, version, hash, document, teams }, places }) => ({
      stage: document.stage,
      key,
      version,
      hash,
      subjects: places.length,
      ...(teams !== undefined && { teams: [...teams] }),
    })),
    datasets: Object.fromEntries(datasets.map(({ key, hash }) => [key, hash])),
    records,
    ...(earlier.length > 0 && { earlier: [...earlier] }),
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
  for (const { result, receipt } of results) hash.update(`${canonical({ result, receipt })}\n`);
  return hash.digest('hex');
}
