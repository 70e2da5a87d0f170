import { hashOf, periodOf } from '../../engine/index.ts';
import type { Model, Period } from '../../schemas/index.ts';
import { currentDefinitions } from '../definitions/definitions.ts';
import type { ModelVersion } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { createVersion, modelVersions } from './versions.ts';

/** A version that holds for a period. */
export interface PublishedModel {
  readonly key: string;
  readonly version: number;
  readonly hash: string;
  readonly document: Model;
}

/** Of every model of the period's cadence the version that holds for it: the one published from the latest period not after it. */
export async function publishedModels(store: Store, period: Period): Promise<readonly PublishedModel[]> {
  const holding = new Map<string, ModelVersion>();
  for (const version of await modelVersions(store)) {
    if (version.state !== 'published' || version.document.cadence !== period.cadence) continue;
    const start = startOf(version, period.timeZone);
    if (start > period.start) continue;
    const other = holding.get(version.key);
    if (other === undefined || startOf(other, period.timeZone) <= start) holding.set(version.key, version);
  }
  return [...holding.values()]
    .map(({ key, version, hash, document }) => ({ key, version, hash, document }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** The first day a published version holds for; before every other day where it holds since ever. */
export function startOf({ from }: Pick<ModelVersion, 'from'>, timeZone: string): string {
  return from === null ? '' : (periodOf(from, timeZone)?.start ?? '');
}

/** A locked period of the same cadence, this one or a later one. */
export async function lockedFrom(
  store: Store,
  { cadence, start, timeZone }: Pick<Period, 'cadence' | 'start' | 'timeZone'>,
): Promise<string | undefined> {
  for await (const { id } of store.collection('runLocks').scan()) {
    const locked = periodOf(id, timeZone);
    if (locked?.cadence === cadence && locked.start >= start) return id;
  }
  return undefined;
}

/** A model that once was published, by its hash. */
export async function modelByHash(store: Store, hash: string): Promise<PublishedModel | undefined> {
  const found = (await modelVersions(store)).find((item) => item.hash === hash && item.state === 'published');
  return found === undefined
    ? undefined
    : { key: found.key, version: found.version, hash, document: found.document };
}

/**
 * Publishes a checked model that nobody edited here: version 1 since ever, a changed one from a period on.
 * @returns false where the model is another than the published one and nothing says from when it holds, or a run of a
 * period it would hold for is locked.
 */
export async function adoptModel(
  store: Store,
  model: Model,
  from: string | null,
  request: string,
  at: string,
): Promise<boolean> {
  const published = (await modelVersions(store, model.key)).filter(({ state }) => state === 'published');
  if (published.some(({ hash }) => hash === hashOf(model))) return true;
  if (published.length > 0 && from === null) return false;
  const [company] = await currentDefinitions(store, 'company');
  const timeZone = company?.document.timeZone ?? 'UTC';
  const start = from === null ? '' : periodOf(from, timeZone)?.start;
  if (start === undefined) return false;
  if ((await lockedFrom(store, { cadence: model.cadence, start, timeZone })) !== undefined) return false;
  const basedOn = published.at(-1)?.version ?? null;
  await createVersion(
    store,
    model.key,
    { state: 'published', basedOn, document: model, from },
    { by: null, at, request },
  );
  return true;
}
