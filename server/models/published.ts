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
  /** The teams of a pilot: it judges nobody else. */
  readonly teams?: readonly string[];
}

/**
 * Of every model of the period's cadence the version that holds for it: the one published from the latest period not
 * after it; beside it the pilots that began since, each with its teams. Of two pilots of a team the later one counts.
 */
export async function publishedModels(store: Store, period: Period): Promise<readonly PublishedModel[]> {
  const holding = new Map<string, ModelVersion>();
  const pilots: ModelVersion[] = [];
  for (const version of await modelVersions(store)) {
    if (version.state !== 'published' || version.document.cadence !== period.cadence) continue;
    const start = startOf(version, period.timeZone);
    if (start > period.start) continue;
    if (version.pilot !== undefined) {
      pilots.push(version);
      continue;
    }
    const other = holding.get(version.key);
    if (other === undefined || startOf(other, period.timeZone) <= start) holding.set(version.key, version);
  }
  return [...holding.values(), ...pilotsIn(pilots, holding, period.timeZone)]
    .map(({ key, version, hash, document, pilot }) => ({
      key,
      version,
      hash,
      document,
      ...(pilot !== undefined && { teams: pilot.teams }),
    }))
    .toSorted((a, b) => (a.key === b.key ? a.version - b.version : a.key < b.key ? -1 : 1));
}

/** Pilots that no version for everybody has taken the place of, each with the teams that no later one has. */
function pilotsIn(
  pilots: readonly ModelVersion[],
  holding: ReadonlyMap<string, ModelVersion>,
  timeZone: string,
): ModelVersion[] {
  const taken = new Set<string>();
  const isAfter = (a: ModelVersion, b: ModelVersion) => {
    const [one, other] = [startOf(a, timeZone), startOf(b, timeZone)];
    return one === other ? a.version > b.version : one > other;
  };
  return pilots
    .filter((pilot) => {
      const whole = holding.get(pilot.key);
      return whole === undefined || isAfter(pilot, whole);
    })
    .toSorted((a, b) => (isAfter(a, b) ? -1 : 1))
    .flatMap((version) => {
      const teams = version.pilot!.teams.filter((team) => !taken.has(JSON.stringify([version.key, team])));
      for (const team of teams) taken.add(JSON.stringify([version.key, team]));
      return teams.length === 0 ? [] : [{ ...version, pilot: { teams } }];
    });
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
