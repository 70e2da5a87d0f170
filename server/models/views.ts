import type { ModelVersionView, ModelView } from '../../schemas/index.ts';
import { currentDefinitions } from '../definitions/definitions.ts';
import { namesOf } from '../people/names.ts';
import type { ModelNote, ModelVersion } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { notesOf } from './notes.ts';
import { startOf } from './published.ts';
import { reviewsDue } from './reviews-due.ts';
import { versionId } from './version-id.ts';

/** Versions as the API shows them. */
export async function versionViews(
  store: Store,
  versions: readonly ModelVersion[],
): Promise<ModelVersionView[]> {
  const people = versions.flatMap(({ authors, approvedBy, change }) => [
    ...authors,
    ...(approvedBy === undefined ? [] : [approvedBy]),
    ...(change.by === null ? [] : [change.by]),
  ]);
  const names = await namesOf(store, people);
  const named = (id: string) => ({ id, name: names.get(id) ?? null });
  return versions.map((version) => ({
    id: versionId(version),
    key: version.key,
    version: version.version,
    revision: version.revision,
    state: version.state,
    basedOn: version.basedOn,
    authors: version.authors.map(named),
    document: version.document,
    hash: version.hash,
    from: version.from,
    round: version.round ?? 0,
    hearing: version.hearing ?? false,
    text: version.text ?? null,
    pilot: version.pilot ?? null,
    report: version.report ?? null,
    approvedBy: version.approvedBy === undefined ? null : named(version.approvedBy),
    pastReason: version.pastReason ?? null,
    reason: version.change.reason ?? null,
    changedBy: version.change.by === null ? null : named(version.change.by),
    changedAt: version.change.at,
  }));
}

/** Models, each with what its versions say; without drafts for whoever may not see them. */
export async function modelViews(
  store: Store,
  versions: readonly ModelVersion[],
  now: Date,
): Promise<ModelView[]> {
  const [company] = await currentDefinitions(store, 'company');
  const timeZone = company?.document.timeZone ?? 'UTC';
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now);
  const byKey = new Map<string, ModelVersion[]>();
  for (const version of versions) byKey.set(version.key, [...(byKey.get(version.key) ?? []), version]);
  const notes = new Map<string, ModelNote[]>();
  for (const key of byKey.keys()) notes.set(key, await notesOf(store, key));
  return [...byKey].map(([id, own]) => {
    const newest = own.at(-1)!;
    const published = own
      .filter(({ state }) => state === 'published')
      .toSorted((a, b) => (startOf(a, timeZone) < startOf(b, timeZone) ? -1 : 1));
    const draft = own.findLast(
      ({ state }) => state === 'draft' || state === 'inReview' || state === 'approved',
    );
    const { name, subject, stage, cadence } = (published.at(-1) ?? newest).document;
    return {
      id,
      name,
      subject,
      stage,
      cadence,
      published: published.map(({ version, from, hash, pilot }) => ({
        version,
        from,
        hash,
        pilot: pilot !== undefined,
      })),
      draft: draft?.version ?? null,
      newest: newest.version,
      reviews: reviewsDue(own, notes.get(id)!, company?.document ?? {}, today),
      changed:
        own
          .map(({ change }) => change.at)
          .toSorted()
          .at(-1) ?? null,
    };
  });
}
