import { movementOf, type Judged } from '../../engine/index.ts';
import type { Issue, MovementCause, Run } from '../../schemas/index.ts';
import { modelByHash, type PublishedModel } from '../models/published.ts';
import type { Comparison, Movement, MovementSide } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { compute } from './compute.ts';
import { keyOf } from './earlier.ts';
import { pinsOfRun } from './pins-of-run.ts';
import { resultsOfRun, type StoredResult } from './stored-results.ts';
import { modelUseOf } from './model-use.ts';

const chunk = 1000;

/** The id of the comparison of two runs. */
export function comparisonId(before: string, after: string): string {
  return `${before}~${after}`;
}

/**
 * Compares two runs of a period, by a third: the later one's rules on the earlier one's records and people. It is seen
 * once it is whole; done twice it is the same.
 */
export async function compareRuns(
  store: Store,
  beforeId: string,
  afterId: string,
  onProgress: (done: number, all: number) => void,
): Promise<{ readonly made: string } | { readonly issues: readonly Issue[] }> {
  const id = comparisonId(beforeId, afterId);
  if ((await store.collection('comparisons').get(id)) !== undefined) return { made: id };
  const [before, after] = await Promise.all(
    [beforeId, afterId].map((run) => store.collection('runs').get(run)),
  );
  if (before === undefined || after === undefined || before.period.id !== after.period.id) {
    return { issues: [{ code: 'comparison.periods', severity: 'error' }] };
  }
  const hybrid = await hybridOf(store, before, after, onProgress);
  if ('issues' in hybrid) return hybrid;
  const movements = await movementsOf(store, id, before, after, hybrid.results);
  for (let start = 0; start < movements.length; start += chunk) {
    await store.collection('movements').insertMany(movements.slice(start, start + chunk));
  }
  await store.collection('comparisons').insert(summaryOf(id, before, after, movements));
  return { made: id };
}

async function hybridOf(
  store: Store,
  before: Run,
  after: Run,
  onProgress: (done: number, all: number) => void,
): Promise<{ readonly results: ReadonlyMap<string, Judged> } | { readonly issues: readonly Issue[] }> {
  // The later rules read the datasets that they know, in the form they know; also such as the earlier run did not read.
  const datasets = { ...before.datasets, ...after.datasets };
  const earlier = [...(before.earlier ?? [])];
  for (const run of after.earlier ?? [])
    if (!earlier.some((one) => keyOf(one) === keyOf(run))) earlier.push(run);
  const pins = await pinsOfRun(store, { ...before, models: after.models, datasets, earlier });
  if ('issues' in pins) return pins;
  const computed = await compute(store, pins, onProgress);
  if ('issues' in computed) return computed;
  return { results: judgedBy(computed.results, pins.models) };
}

async function movementsOf(
  store: Store,
  comparison: string,
  before: Run,
  after: Run,
  hybrid: ReadonlyMap<string, Judged>,
): Promise<Movement[]> {
  const teams = new Map<string, string>();
  const [from, to] = await Promise.all(
    [before, after].map(async (run) => {
      const results: StoredResult[] = [];
      for await (const result of resultsOfRun(store, run.id)) {
        results.push(result);
        teams.set(result.subject, result.team);
      }
      return judgedBy(results, await modelsOf(store, run));
    }),
  );
  const subjects = [...new Set([...from!.keys(), ...to!.keys()])].toSorted();
  return subjects.map((subject) => {
    const [a, b] = [from!.get(subject), to!.get(subject)];
    const { delta, ...moved } = movementOf(a, hybrid.get(subject), b);
    return {
      id: `${comparison}/${encodeURIComponent(subject)}`,
      comparison,
      subject,
      team: teams.get(subject)!,
      ...moved,
      delta: delta === null ? null : Number(delta),
      size: delta === null ? null : Math.abs(Number(delta)),
      before: sideOf(a),
      after: sideOf(b),
    };
  });
}

async function modelsOf(store: Store, run: Run): Promise<PublishedModel[]> {
  const found = await Promise.all(
    run.models.map(async ({ hash, teams }) => ({ model: await modelByHash(store, hash), teams })),
  );
  return found.flatMap(({ model, teams }) =>
    model === undefined ? [] : [{ ...model, ...(teams !== undefined && { teams }) }],
  );
}

function judgedBy(results: readonly StoredResult[], models: readonly PublishedModel[]): Map<string, Judged> {
  return new Map(
    results.map(({ subject, model, team, result }) => [
      subject,
      { result, model: modelUseOf(models, { model, team })!.document },
    ]),
  );
}

function sideOf(judged: Judged | undefined): MovementSide | null {
  if (judged === undefined) return null;
  const { result, model } = judged;
  return { composite: result.composite, grade: result.grade, model: model.key };
}

function summaryOf(id: string, before: Run, after: Run, movements: readonly Movement[]): Comparison {
  const causes: Record<MovementCause, number> = { none: 0, rule: 0, data: 0, both: 0, joined: 0, left: 0 };
  const grades = new Map<string, { before: string | null; after: string | null; count: number }>();
  for (const { cause, before: a, after: b } of movements) {
    causes[cause] += 1;
    const move = { before: a?.grade ?? null, after: b?.grade ?? null };
    const known = grades.get(JSON.stringify(move));
    if (known === undefined) grades.set(JSON.stringify(move), { ...move, count: 1 });
    else known.count += 1;
  }
  const moving = (move: Movement['gradeMove']) =>
    movements.filter(({ gradeMove }) => gradeMove === move).length;
  return {
    id,
    before: before.id,
    after: after.id,
    subjects: movements.length,
    up: moving('up'),
    down: moving('down'),
    causes,
    grades: [...grades.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count),
  };
}
