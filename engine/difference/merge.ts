import { applyChanges } from './apply.ts';
import { changesOf, numbered, sameJson, type Change } from './changes.ts';

/** A place that both sides changed, each in its way. */
export interface Collision {
  /** What it is known by, for a choice: the path of the outermost change, as JSON. */
  readonly id: string;
  readonly theirs: readonly Change[];
  readonly mine: readonly Change[];
}

/** Two documents that were made from one, brought together. */
export interface Merge {
  /** With all that does not collide of both, and of every collision the side that was chosen. */
  readonly document: unknown;
  readonly collisions: readonly Collision[];
  /** What theirs brings that mine did not have. */
  readonly theirs: readonly Change[];
  /** What mine brings that theirs did not have, without what collides. */
  readonly mine: readonly Change[];
}

/**
 * Brings together what two people made of one document. Every change that does not collide is in the result; of a
 * collision theirs is, as long as nobody chose otherwise.
 * @param chosen by the id of a collision.
 */
export function merge(
  base: unknown,
  theirs: unknown,
  mine: unknown,
  chosen: ReadonlyMap<string, 'theirs' | 'mine'> = new Map(),
): Merge {
  const [their, my] = [changesOf(base, theirs), changesOf(base, mine)];
  const fresh = my.filter((change) => !their.some((other) => isSame(change, other)));
  const collisions = collisionsOf(
    their.filter((change) => !my.some((other) => isSame(change, other))),
    fresh,
  );
  const mineChosen = collisions.filter(({ id }) => chosen.get(id) === 'mine');
  const without = new Set(mineChosen.flatMap((collision) => collision.theirs));
  const colliding = new Set(collisions.flatMap((collision) => collision.mine));
  const mineFree = fresh.filter((change) => !colliding.has(change));
  const document = applyChanges(base, [
    ...their.filter((change) => !without.has(change)),
    ...mineFree,
    ...mineChosen.flatMap((collision) => collision.mine),
  ]);
  return { document, collisions, theirs: their, mine: mineFree };
}

/** Changes of both sides that touch each other, those that hang together as one. */
function collisionsOf(theirs: readonly Change[], mine: readonly Change[]): Collision[] {
  let groups: { theirs: Change[]; mine: Change[] }[] = [];
  for (const change of mine) {
    const touched = theirs.filter((other) => touches(change, other));
    if (touched.length === 0) continue;
    const [joined, apart] = [
      groups.filter((group) => group.theirs.some((other) => touched.includes(other))),
      groups.filter((group) => !group.theirs.some((other) => touched.includes(other))),
    ];
    groups = [
      ...apart,
      {
        theirs: [...new Set([...joined.flatMap((group) => group.theirs), ...touched])],
        mine: [...joined.flatMap((group) => group.mine), change],
      },
    ];
  }
  return groups.map((group) => ({
    id: JSON.stringify(outermost([...group.theirs, ...group.mine])),
    ...group,
  }));
}

function outermost(changes: readonly Change[]): readonly string[] {
  return changes.reduce((least, { path }) => (path.length < least.length ? path : least), changes[0]!.path);
}

/** Whether one change is of a place within the other's; the order of a list is a matter apart from its items. */
function touches(a: Change, b: Change): boolean {
  const shapes = [a.shape.split('/'), b.shape.split('/')] as const;
  for (let depth = 0; depth < Math.min(a.path.length, b.path.length); depth += 1) {
    // What one side knows by its name and the other by its number may be the same item.
    if (shapes[0][depth] !== shapes[1][depth] && [shapes[0][depth], shapes[1][depth]].includes(numbered))
      return true;
    if (a.path[depth] !== b.path[depth]) return false;
  }
  if (a.kind !== 'moved' && b.kind !== 'moved') return true;
  const [moved, other] = a.kind === 'moved' ? [a, b] : [b, a];
  return other.path.length <= moved.path.length;
}

/** Whether two changes make the same of a place. */
function isSame(a: Change, b: Change): boolean {
  return a.kind === b.kind && a.shape === b.shape && sameJson(a.path, b.path) && sameJson(a.after, b.after);
}
