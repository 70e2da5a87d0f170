import type { ImportView } from '../../schemas/index.ts';

/** Imports of one file, or changes typed in, by one person to one dataset. */
export interface CameIn {
  readonly key: string;
  readonly dataset: string;
  /** Null: typed in by hand. */
  readonly file: string | null;
  readonly by: ImportView['by'];
  /** The last of them. */
  readonly at: string | null;
  readonly added: number;
  readonly changed: number;
}

/**
 * What came in between two runs, the newest first.
 * @param from the last import that the earlier run saw.
 * @param to the last that the later run saw.
 */
export function importsInBetween(imports: readonly ImportView[], from: number, to: number): CameIn[] {
  const found = new Map<string, CameIn>();
  const between = imports.filter(({ commit }) => commit > from && commit <= to);
  for (const { dataset, file, by, at, counts } of between.toSorted((a, b) => b.commit - a.commit)) {
    const key = JSON.stringify([dataset, file, by?.id]);
    const before = found.get(key);
    found.set(key, {
      key,
      dataset,
      // The server's own word for what was typed in.
      file: file === 'form' ? null : file,
      by,
      at: before?.at ?? at,
      added: (before?.added ?? 0) + counts.added,
      changed: (before?.changed ?? 0) + counts.changed,
    });
  }
  return [...found.values()];
}
