import { checkAgainstDatasets, hasErrors } from '../../engine/index.ts';
import type { Issue, Run } from '../../schemas/index.ts';
import type { Change, RunStart } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { compute } from './compute.ts';
import { pinsOfRun } from './pins-of-run.ts';
import { pinNow, runIdOf, type Pins } from './pins.ts';
import { periodLocked } from './lock.ts';
import { resultId } from './stored-results.ts';

/** How many results are written in one go. */
const chunk = 1000;

/** A run as it stands in the store; `fresh` where this call made it. */
export type RunOutcome =
  | { readonly run: Run; readonly fresh: boolean }
  | { readonly issues: readonly Issue[] };

type Progress = (done: number, all: number) => void;

/**
 * Evaluates a period over everything stored now. Started twice on the same data it is one run; where another run of
 * the period is locked there is no new one.
 * @param change who asked for it; what the request began before, it finishes.
 */
export async function runPeriod(
  store: Store,
  periodId: string,
  onProgress: Progress = () => {},
  change: Change = { by: null, at: new Date().toISOString(), request: '' },
): Promise<RunOutcome> {
  const pins = await pinNow(store, periodId);
  if ('issues' in pins) return pins;
  const misfits = misfitsOf(pins);
  if (hasErrors(misfits)) return { issues: misfits };
  const known = await store.collection('runs').get(runIdOf(pins));
  if (known !== undefined) return { run: known, fresh: false };
  await store.collection('runStarts').insert(startOf(pins, change));
  return finish(store, pins, onProgress);
}

/** Finishes a run that began, from what it pinned, whatever has changed since. */
export async function resumeRun(store: Store, start: RunStart, onProgress: Progress): Promise<RunOutcome> {
  const known = await store.collection('runs').get(start.id);
  if (known !== undefined) return { run: known, fresh: false };
  const pins = await pinsOfRun(store, start);
  if ('issues' in pins) return pins;
  // The meanings may have changed with the program since: then it is another run, which begins here.
  await store.collection('runStarts').insert(startOf(pins, start.change));
  return finish(store, pins, onProgress);
}

/**
 * The run becomes visible in one step, after all of its results: broken off, it leaves nothing to be seen, and
 * the next call writes the same results again.
 */
async function finish(store: Store, pins: Pins, onProgress: Progress): Promise<RunOutcome> {
  const lock = await store.collection('runLocks').get(pins.period.id);
  if (lock !== undefined && lock.run !== runIdOf(pins)) return { issues: [periodLocked(pins.period)] };
  const computed = await compute(store, pins, onProgress);
  if ('issues' in computed) return computed;
  const { run, results } = computed;
  const collection = store.collection('results');
  for (let start = 0; start < results.length; start += chunk) {
    await collection.insertMany(
      results
        .slice(start, start + chunk)
        .map((stored) => ({ id: resultId(run.id, stored.subject), run: run.id, ...stored })),
    );
  }
  const fresh = await store.collection('runs').insert(run);
  return { run, fresh };
}

function startOf(pins: Pins, change: Change): RunStart {
  const { period, company, models, datasets, commit, records, earlier } = pins;
  return {
    id: runIdOf(pins),
    period,
    company: company.hash,
    models: models.map(({ key, version, hash, teams }) => ({
      key,
      version,
      hash,
      ...(teams !== undefined && { teams }),
    })),
    datasets: Object.fromEntries(datasets.map(({ key, hash }) => [key, hash])),
    commit,
    records,
    ...(earlier.length > 0 && { earlier }),
    change,
  };
}

function misfitsOf({ models, datasets }: Pins): Issue[] {
  const definitions = datasets.map(({ document }) => document);
  return models.flatMap(({ key, document }) =>
    checkAgainstDatasets(document, definitions).map((issue) => ({
      ...issue,
      params: { ...issue.params, model: key },
    })),
  );
}
