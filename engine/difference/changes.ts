import { escapePointer } from '../check/guard.ts';

/** One difference between two JSON documents. */
export interface Change {
  /** moved: the order of a list whose items have names; `before` and `after` are then the names in their order. */
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** Where, by the names of items rather than their places: ["metrics", "nps", "weight"]. */
  readonly path: readonly string[];
  /** The path with a star in place of the name of an item, and # in place of the number of one that has no name. */
  readonly shape: string;
  /** JSON pointer into the document after, or, of what was removed, into the one before. */
  readonly pointer: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** Of an item added to a list whose items have names: their names as they stand after. */
  readonly order?: readonly string[];
}

/** What items of a list are known by, so that one that moves up is not taken for another. */
const identities: Readonly<Record<string, string>> = {
  measures: 'id',
  groups: 'id',
  metrics: 'id',
  grades: 'id',
  bands: 'grade',
  gradeRules: 'id',
  actions: 'id',
  conditions: 'id',
  overlays: 'id',
  points: 'id',
  gates: 'id',
  conflicts: 'id',
  levels: 'id',
  weights: 'metric',
  stages: 'stage',
  pay: 'id',
  parts: 'id',
};
/** In a shape: the number of an item that has no name. */
export const numbered = '#';
/** A rule's conditions are read as one sentence. */
const whole: ReadonlySet<string> = new Set(['conditions', 'where', 'of']);

interface Place {
  readonly path: readonly string[];
  readonly shape: readonly string[];
  readonly pointerBefore: string;
  readonly pointerAfter: string;
}

/** Everything that differs between two JSON documents; none exactly where they are the same, whatever the order of keys. */
export function changesOf(before: unknown, after: unknown): Change[] {
  return compared(before, after, { path: [], shape: [], pointerBefore: '', pointerAfter: '' });
}

/** Whether two JSON values are the same document: the order of keys does not matter, that of lists does. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
}

function compared(before: unknown, after: unknown, place: Place): Change[] {
  if (sameJson(before, after)) return [];
  const name = place.path.at(-1) ?? '';
  if (Array.isArray(before) && Array.isArray(after)) {
    const identity = identities[name];
    const names = identity === undefined ? undefined : [namesOf(before, identity), namesOf(after, identity)];
    if (names?.[0] !== undefined && names[1] !== undefined) {
      return comparedByName(before, after, names[0], names[1], place);
    }
    if (before.length !== after.length) return [changed(before, after, place)];
    return before.flatMap((item, index) =>
      compared(item, after[index], within(place, String(index + 1), numbered, index, index)),
    );
  }
  if (!isObject(before) || !isObject(after) || whole.has(name) || before['kind'] !== after['kind']) {
    return [changed(before, after, place)];
  }
  const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...keys].flatMap((key) => {
    const inner = within(place, key, key, key, key);
    if (!Object.hasOwn(before, key)) {
      const list = after[key];
      // The first items of a list are added as those after them are.
      return isNamedList(key, list) ? compared([], list, inner) : [added(list, inner)];
    }
    if (!Object.hasOwn(after, key)) return [removed(before[key], inner)];
    return compared(before[key], after[key], inner);
  });
}

function comparedByName(
  before: readonly unknown[],
  after: readonly unknown[],
  namesBefore: readonly string[],
  namesAfter: readonly string[],
  place: Place,
): Change[] {
  const items = namesAfter.flatMap((name, index) => {
    const was = namesBefore.indexOf(name);
    const inner = within(place, name, '*', was, index);
    return was < 0
      ? [{ ...added(after[index], inner), order: namesAfter }]
      : compared(before[was], after[index], inner);
  });
  const gone = namesBefore.flatMap((name, index) =>
    namesAfter.includes(name) ? [] : [removed(before[index], within(place, name, '*', index, index))],
  );
  // What is added says itself where it stands.
  const stayed = namesBefore.filter((name) => namesAfter.includes(name));
  const stay = namesAfter.filter((name) => namesBefore.includes(name));
  const order = { ...at(place), kind: 'moved', before: namesBefore, after: namesAfter } as const;
  return [...items, ...gone, ...(sameJson(stayed, stay) ? [] : [order])];
}

function isNamedList(key: string, value: unknown): value is readonly unknown[] {
  const identity = identities[key];
  if (identity === undefined || !Array.isArray(value) || value.length === 0) return false;
  return namesOf(value, identity) !== undefined;
}

/** What the items of a list of that name are known by; undefined where they have no names. */
export function identityIn(list: string): string | undefined {
  return identities[list];
}

/** The names of a list's items; undefined where one has none, or two have the same. */
function namesOf(list: readonly unknown[], identity: string): string[] | undefined {
  const names = list.flatMap((item) => {
    const name = isObject(item) && Object.hasOwn(item, identity) ? item[identity] : undefined;
    return typeof name === 'string' ? [name] : [];
  });
  return names.length === list.length && new Set(names).size === names.length ? names : undefined;
}

function within(
  place: Place,
  name: string,
  shape: string,
  before: string | number,
  after: string | number,
): Place {
  return {
    path: [...place.path, name],
    shape: [...place.shape, shape],
    pointerBefore: `${place.pointerBefore}/${escapePointer(String(before))}`,
    pointerAfter: `${place.pointerAfter}/${escapePointer(String(after))}`,
  };
}

const at = ({ path, shape, pointerAfter }: Place) => ({
  path,
  shape: shape.join('/'),
  pointer: pointerAfter,
});
const changed = (before: unknown, after: unknown, place: Place): Change => ({
  ...at(place),
  kind: 'changed',
  before,
  after,
});
const added = (after: unknown, place: Place): Change => ({ ...at(place), kind: 'added', after });
const removed = (before: unknown, place: Place): Change => ({
  ...at(place),
  kind: 'removed',
  pointer: place.pointerBefore,
  before,
});

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
