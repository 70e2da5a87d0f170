import { checkAgainstDatasets, hasErrors } from '../../engine/index.ts';
import type { Issue, Run } from '../../schemas/index.ts';
import type { Store } from '../store/store.ts';
import { compute, type StoredResult } from './compute.ts';
import { pinNow, runIdOf, type Pins } from './pins.ts';

/** How many results are written in one go. */
const chunk = 1000;

/** A run as it stands in the store; `fresh` where this call made it. */
export type RunOutcome =
  | { readonly run: Run; readonly fresh: boolean }
  | { readonly issues: readonly Issue[] };

/**
 * Evaluates a period over everything stored now. Started twice on the same data it is one run.
 * The run becomes visible in one step, after all of its results: broken off, it leaves nothing to be seen, and
 * the next call writes the same results again.
 */
export async function runPeriod(
  store: Store,
  periodId: string,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<RunOutcome> {
  const pins = await pinNow(store, periodId);
  if ('issues' in pins) return pins;
  const misfits = misfitsOf(pins);
  if (hasErrors(misfits)) return { issues: misfits };
  const runs = store.collection('runs');
  const known = await runs.get(runIdOf(pins));
  if (known !== undefined) return { run: known, fresh: false };

  const computed = await compute(store, pins, onProgress);
  if ('issues' in computed) return computed;
  const { run, results } = computed;
  const collection = store.collection('results');
  for (let start = 0; start < results.length; start += chunk) {
    await collection.insertMany(
      results
        .slice(start, start + chunk)
        .map((stored) => ({ id: resultId(run.id, stored), run: run.id, ...stored })),
    );
  }
  const fresh = await runs.insert(run);
  return { run, fresh };
}

/** The results of a stored run, by subject. */
export async function* resultsOfRun(store: Store, run: string): AsyncGenerator<StoredResult> {
  for await (const { result, receipt } of store.collection('results').scan({ prefix: `${run}/` })) {
    yield { result, receipt };
  }
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

function resultId(run: string, { result }: StoredResult): string {
  return `${run}/${encodeURIComponent(result.subject)}`;
}
