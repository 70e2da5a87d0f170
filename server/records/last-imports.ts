import type { ImportNote } from '../../schemas/index.ts';
import { namesOf } from '../people/names.ts';
import type { Commit } from '../store/documents.ts';
import type { Store } from '../store/store.ts';

/** How often something was imported into a dataset, and the last time. */
export interface LastImport {
  readonly imports: number;
  readonly note: ImportNote;
}

/** Of every dataset into which something was ever imported. */
export async function lastImports(store: Store): Promise<Map<string, LastImport>> {
  const last = new Map<string, { imports: number; commit: Commit }>();
  for await (const commit of store.collection('imports').scan()) {
    last.set(commit.dataset, { imports: (last.get(commit.dataset)?.imports ?? 0) + 1, commit });
  }
  const names = await namesOf(
    store,
    [...last.values()].flatMap(({ commit }) => commit.change?.by ?? []),
  );
  return new Map(
    [...last].map(([dataset, { imports, commit }]) => [dataset, { imports, note: noteOf(commit, names) }]),
  );
}

function noteOf({ change, file, counts }: Commit, names: ReadonlyMap<string, string | null>): ImportNote {
  const by = change?.by ?? null;
  const { rows, added, changed } = counts;
  return {
    at: change?.at ?? null,
    by: by === null ? null : { id: by, name: names.get(by) ?? null },
    file: file.name,
    rows,
    added,
    changed,
  };
}
