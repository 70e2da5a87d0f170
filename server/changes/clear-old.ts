import type { Collection, Doc } from '../store/store.ts';

/** How many documents are removed in one go. */
const chunk = 500;

/** How far a pass over a collection came. */
export interface Pass {
  readonly removed: number;
  /** The id it ended at, where there may be more; undefined where it came to the end. */
  readonly reached: string | undefined;
}

/** Removes documents that are old, looking at no more than so many: the next pass goes on where this one ended. */
export async function clearOld<T extends Doc>(
  collection: Pick<Collection<T>, 'scan' | 'remove'>,
  isOld: (doc: T) => boolean,
  after: string,
  most: number,
): Promise<Pass> {
  let seen = 0;
  let removed = 0;
  let reached: string | undefined;
  let old: string[] = [];
  const remove = async () => {
    removed += old.length === 0 ? 0 : await collection.remove(old);
    old = [];
  };
  for await (const doc of collection.scan({ after })) {
    if (isOld(doc)) old.push(doc.id);
    if (old.length >= chunk) await remove();
    seen += 1;
    if (seen < most) continue;
    reached = doc.id;
    break;
  }
  await remove();
  return { removed, reached };
}
