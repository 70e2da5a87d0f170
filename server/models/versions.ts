import { hashOf } from '../../engine/index.ts';
import type { Model, ModelVersionState, Pilot } from '../../schemas/index.ts';
import { recordChange, type Recorded } from '../changes/audit.ts';
import { revise, type Revising } from '../changes/revise.ts';
import type { Change, ModelVersion } from '../store/documents.ts';
import type { Store } from '../store/store.ts';

/** The newest revision of every version, by key, then by version. */
export async function modelVersions(store: Store, key?: string): Promise<ModelVersion[]> {
  const newest = new Map<string, ModelVersion>();
  const prefix = key === undefined ? '' : `${encodeURIComponent(key)}/`;
  for await (const version of store.collection('modelVersions').scan({ prefix })) {
    newest.set(versionPrefix(version.key, version.version), version);
  }
  return [...newest.values()];
}

/** A version as it stands. */
export function modelVersion(store: Store, key: string, version: number): Promise<ModelVersion | undefined> {
  return store.collection('modelVersions').last(`${versionPrefix(key, version)}/`);
}

/** All revisions of a version, the first one first. */
export async function revisionsOf(store: Store, key: string, version: number): Promise<ModelVersion[]> {
  const revisions: ModelVersion[] = [];
  const prefix = `${versionPrefix(key, version)}/`;
  for await (const revision of store.collection('modelVersions').scan({ prefix })) revisions.push(revision);
  return revisions;
}

/** What a version keeps when its state changes. */
export function keptOf({
  basedOn,
  document,
  from,
  round,
  report,
  approvedBy,
  pastReason,
  hearing,
  text,
}: ModelVersion) {
  return {
    basedOn,
    document,
    from,
    ...(round !== undefined && { round }),
    ...(report !== undefined && { report }),
    ...(approvedBy !== undefined && { approvedBy }),
    ...(pastReason !== undefined && { pastReason }),
    ...(hearing && { hearing }),
    ...(text !== undefined && { text }),
  };
}

/** One revision of a version, by its document's id. */
export function modelVersionAt(store: Store, id: string): Promise<ModelVersion | undefined> {
  return store.collection('modelVersions').get(id);
}

/** What a new revision of a version says. */
export interface VersionContent {
  readonly state: ModelVersionState;
  readonly basedOn: number | null;
  readonly document: Model;
  readonly from: string | null;
  readonly round?: number;
  readonly report?: string;
  readonly approvedBy?: string;
  readonly pastReason?: string;
  readonly hearing?: true;
  readonly text?: string;
  readonly pilot?: Pilot;
}

/**
 * Writes the next revision of a version, and that it was written.
 * @param before the revision it follows; undefined for a version that is not there yet.
 */
export async function reviseVersion(
  store: Store,
  key: string,
  version: number,
  before: ModelVersion | undefined,
  content: VersionContent,
  change: Change,
  inherited: readonly string[] = [],
): Promise<Revising<ModelVersion>> {
  const authors = authorsOf(before, content.document, change.by, inherited);
  const outcome = await revise(
    store.collection('modelVersions'),
    versionPrefix(key, version),
    before?.revision ?? 0,
    (id, revision) => ({
      id,
      key,
      version,
      revision,
      ...content,
      authors,
      hash: hashOf(content.document),
      change,
    }),
  );
  if ('made' in outcome) {
    await recordChange(store, entryOf(before, outcome.made));
  }
  return outcome;
}

/**
 * A new version of a model, after the newest there is.
 * @param authors of what it was made from, as far as nobody approved that.
 */
export async function createVersion(
  store: Store,
  key: string,
  content: VersionContent,
  change: Change,
  authors: readonly string[] = [],
): Promise<ModelVersion> {
  for (;;) {
    const last = await store.collection('modelVersions').last(`${encodeURIComponent(key)}/`);
    // The same request, sent again, finds what it made.
    if (last?.change.request === change.request) return last;
    const version = (last?.version ?? 0) + 1;
    const outcome = await reviseVersion(store, key, version, undefined, content, change, authors);
    // Somebody else may have taken the number: then the next one.
    if ('made' in outcome) return outcome.made;
  }
}

/** What the log says of every revision of every version. */
export async function* versionEntries(store: Store): AsyncGenerator<Recorded> {
  let before: ModelVersion | undefined;
  for await (const version of store.collection('modelVersions').scan()) {
    const follows = before?.key === version.key && before.version === version.version;
    yield entryOf(follows ? before : undefined, version);
    before = version;
  }
}

function entryOf(before: ModelVersion | undefined, after: ModelVersion): Recorded {
  return {
    change: after.change,
    action: after.state === 'published' ? 'publish' : before === undefined ? 'create' : 'update',
    resource: 'model',
    record: `${after.key}@${after.version}`,
    before: before === undefined ? null : summaryOf(before),
    after: summaryOf(after),
  };
}

function versionPrefix(key: string, version: number): string {
  return `${encodeURIComponent(key)}/${String(version).padStart(6, '0')}`;
}

function authorsOf(
  before: ModelVersion | undefined,
  document: Model,
  by: string | null,
  inherited: readonly string[],
): readonly string[] {
  const authors = before?.authors ?? inherited;
  const wrote = before === undefined || before.hash !== hashOf(document);
  return by === null || !wrote || authors.includes(by) ? authors : [...authors, by];
}

function summaryOf({ state, revision, from, report, hearing, text, pilot, document }: ModelVersion): unknown {
  return {
    state,
    revision,
    from,
    ...(report !== undefined && { report }),
    ...(hearing && { hearing }),
    ...(text !== undefined && { text }),
    ...(pilot !== undefined && { pilot }),
    document,
  };
}
