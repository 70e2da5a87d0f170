import type { NewModelNote, ModelNoteView } from '../../schemas/index.ts';
import { recordChange, type Recorded } from '../changes/audit.ts';
import { namesOf } from '../people/names.ts';
import type { Change, ModelNote, ModelVersion } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { versionId } from './version-id.ts';

/** Writes what somebody says of a version; the same request, sent again, finds what it wrote. */
export async function addNote(
  store: Store,
  { key, version }: ModelVersion,
  { pointer, reviewed }: NewModelNote,
  change: Change,
): Promise<ModelNote> {
  const prefix = notePrefix(key, version);
  for (;;) {
    const last = await store.collection('modelNotes').last(prefix);
    if (last?.change.request === change.request) return last;
    const number = last === undefined ? 1 : Number(last.id.slice(prefix.length)) + 1;
    const note: ModelNote = {
      id: prefix + String(number).padStart(6, '0'),
      key,
      version,
      ...(pointer !== undefined && pointer !== '' && { pointer }),
      ...(reviewed !== undefined && { reviewed }),
      change,
    };
    // Somebody else may have taken the number: then the next one.
    if (!(await store.collection('modelNotes').insert(note))) continue;
    await recordChange(store, entryOf(note));
    return note;
  }
}

/** What was said of the versions of a model, or of one of them; the first first. */
export async function notesOf(store: Store, key: string, version?: number): Promise<ModelNote[]> {
  const prefix = version === undefined ? `${encodeURIComponent(key)}/` : notePrefix(key, version);
  const notes: ModelNote[] = [];
  for await (const note of store.collection('modelNotes').scan({ prefix })) notes.push(note);
  return notes;
}

/** Notes as the API shows them. */
export async function noteViews(store: Store, notes: readonly ModelNote[]): Promise<ModelNoteView[]> {
  const names = await namesOf(
    store,
    notes.flatMap(({ change }) => change.by ?? []),
  );
  return notes.map(({ id, key, version, pointer, reviewed, change: { by, at, reason } }) => ({
    id,
    version: versionId({ key, version }),
    pointer: pointer ?? null,
    text: reason ?? '',
    reviewed: [...(reviewed ?? [])],
    by: by === null ? null : { id: by, name: names.get(by) ?? null },
    at,
  }));
}

/** What the log says of every note. */
export async function* noteEntries(store: Store): AsyncGenerator<Recorded> {
  for await (const note of store.collection('modelNotes').scan()) yield entryOf(note);
}

function entryOf({ key, version, pointer, reviewed, change }: ModelNote): Recorded {
  return {
    change,
    action: 'comment',
    resource: 'model',
    record: versionId({ key, version }),
    before: null,
    after: { ...(pointer !== undefined && { pointer }), ...(reviewed !== undefined && { reviewed }) },
  };
}

function notePrefix(key: string, version: number): string {
  return `${encodeURIComponent(key)}/${String(version).padStart(6, '0')}/`;
}
