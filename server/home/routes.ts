import { can, type Caller } from '../../engine/access/can.ts';
import { periodOf } from '../../engine/index.ts';
import type { HomeView, Model, Preflight, Run, WaitingItem } from '../../schemas/index.ts';
import { defineRoute, type Route } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import { currentDefinitions } from '../definitions/definitions.ts';
import { modelVersions } from '../models/versions.ts';
import { modelViews } from '../models/views.ts';
import { distributionOf } from '../runs/distribution.ts';
import { modelUseOf } from '../runs/model-use.ts';
import { lastEnded } from '../runs/preflight.ts';
import { resultId } from '../runs/stored-results.ts';
import { runViews } from '../runs/views.ts';
import { modelByHash } from '../models/published.ts';
import type { ModelVersion } from '../store/documents.ts';
import type { Store } from '../store/store.ts';

/** What a person sees first. */
export function homeRoutes(services: Services): Route[] {
  const { store, preflights, clock } = services;
  return [
    defineRoute<never, HomeView>({
      method: 'GET',
      path: '/home',
      summary: 'The period, the data, the last run, and what waits for whom is signed in',
      allow: { action: 'read', resource: 'home' },
      query: { period: 'optional' },
      answer: 'home#home',
      async handle({ query, caller }) {
        const [company] = await currentDefinitions(store, 'company');
        const timeZone = company?.document.timeZone ?? 'UTC';
        const versions = await modelVersions(store);
        const runs: Run[] = [];
        for await (const run of store.collection('runs').scan()) runs.push(run);
        const usual = lastEnded(usualCadence(versions), timeZone, clock());
        const id = query['period'] ?? usual;
        const period = id === undefined ? undefined : periodOf(id, timeZone);
        const isCounted = period !== undefined && can(caller, 'create', 'run');
        const found = isCounted ? await preflights.soon(period.id) : undefined;
        const ready = found?.period === undefined ? undefined : found;
        const [run] = (
          await runViews(
            store,
            runs.filter((item) => item.period.id === period?.id),
          )
        ).toSorted(newestFirst);
        return {
          body: {
            period: period ?? null,
            periods: [...new Set([usual ?? [], runs.map((item) => item.period.id)].flat())]
              .toSorted()
              .toReversed(),
            preflight: ready ?? null,
            counting: isCounted && found === undefined,
            run: run ?? null,
            distribution:
              run === undefined || !can(caller, 'read', 'result')
                ? null
                : await distributionOf(store, run.id, caller),
            own: run === undefined ? null : await ownResult(services, run.run, caller!),
            waiting: [
              ...waitingFor(caller!, versions, run ?? null, ready),
              ...(await modelsWaiting(store, caller!, versions, clock())),
            ],
          },
        };
      },
    }),
  ];
}

function newestFirst(
  a: { startedAt: string | null; state: string },
  b: { startedAt: string | null; state: string },
) {
  if (a.state !== b.state) return a.state === 'locked' ? -1 : 1;
  return (a.startedAt ?? '') > (b.startedAt ?? '') ? -1 : 1;
}

function usualCadence(versions: readonly ModelVersion[]): Model['cadence'] {
  const counts = new Map<Model['cadence'], number>();
  for (const { document, state } of versions) {
    if (state === 'published') counts.set(document.cadence, (counts.get(document.cadence) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'quarter';
}

async function ownResult({ store }: Services, run: Run, { person }: Caller): Promise<HomeView['own']> {
  const result = await store.collection('results').get(resultId(run.id, person));
  if (result === undefined) return null;
  const use = modelUseOf(run.models, result);
  const model = use === undefined ? undefined : await modelByHash(store, use.hash);
  const grade = model?.document.grades.find(({ id }) => id === result.grade)?.name ?? null;
  return {
    statement: `${run.id}~${person}`,
    period: run.period.id,
    composite: result.result.composite,
    grade,
  };
}

/** Models to be reviewed, for who may; drafts that the sellers' representatives are asked about. */
async function modelsWaiting(
  store: Store,
  caller: Caller,
  versions: readonly ModelVersion[],
  now: Date,
): Promise<WaitingItem[]> {
  const items: WaitingItem[] = [];
  if (can(caller, 'review', 'model')) {
    const due = (await modelViews(store, versions, now)).filter(({ reviews }) =>
      reviews.some(({ isDue }) => isDue),
    );
    if (due.length > 0) items.push({ kind: 'reviewDue', count: due.length, record: due[0]!.id });
  }
  const heard = versions.filter(({ hearing, state }) => hearing === true && state !== 'published');
  if (heard.length > 0 && caller.grants.some(({ role }) => role === 'representative')) {
    items.push({ kind: 'versionToHear', count: heard.length, record: heard[0]!.key });
  }
  return items;
}

/** Which state of a version waits for whom. */
const modelSteps = [
  ['versionToApprove', 'inReview', 'approve'],
  ['versionToPublish', 'approved', 'publish'],
] as const;

function waitingFor(
  caller: Caller,
  versions: readonly ModelVersion[],
  run: HomeView['run'],
  found: Preflight | undefined,
): WaitingItem[] {
  const items: WaitingItem[] = [];
  if (versions.length === 0 && can(caller, 'publish', 'model'))
    items.push({ kind: 'setUp', count: 1, record: null });
  for (const [kind, state, action] of modelSteps) {
    const found = versions.filter((version) => version.state === state);
    if (found.length > 0 && can(caller, action, 'model')) {
      items.push({ kind, count: found.length, record: found[0]!.key });
    }
  }
  const missing = found?.datasets?.filter(({ records }) => records === 0) ?? [];
  if (missing.length > 0)
    items.push({ kind: 'dataMissing', count: missing.length, record: missing[0]!.dataset });
  if (run !== null && run.state === 'open' && can(caller, 'lock', 'run')) {
    // Nobody can lock it before those who are held back are judged.
    const kind = run.held > 0 ? 'heldResults' : 'runToLock';
    items.push({ kind, count: run.held > 0 ? run.held : 1, record: run.id });
  }
  return items;
}
