import { canonical } from '../../engine/index.ts';

/** A field that a change touched, by the names that lead to it; undefined where it was or is not there. */
export interface ChangedField {
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

/** Read as a whole: grants as a list of roles; documents of models have a comparison of their own. */
const wholes: ReadonlySet<string> = new Set(['grants', 'document']);
/** Says nothing to people: it counts up with every change, or names the document's format. */
const silent: ReadonlySet<string> = new Set(['revision', 'format']);

/** What differs between what the log kept before and after a change; fields in the order of what came after. */
export function changedFields(before: unknown, after: unknown): ChangedField[] {
  const [was, is] = [leavesOf(before, []), leavesOf(after, [])];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    const path = (now ?? old)!.path;
    const same = old !== undefined && now !== undefined && canonical(old.value) === canonical(now.value);
    // That a password was not changed is no news.
    if (same || (path[0] === 'passwordChanged' && now?.value !== true)) return [];
    return [{ path, before: old?.value, after: now?.value }];
  });
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

function leavesOf(value: unknown, path: readonly string[]): Map<string, Leaf> {
  const parts = wholes.has(path.at(-1) ?? '') ? undefined : partsOf(value);
  if (parts === undefined) {
    return value === undefined || (value === null && path.length === 0)
      ? new Map()
      : new Map([[JSON.stringify(path), { path, value }]]);
  }
  return new Map(
    parts
      .filter(([name]) => !silent.has(name))
      .flatMap(([name, part]) => [...leavesOf(part, [...path, name])]),
  );
}

/** What a value consists of: fields by name, items of a list by their ids; undefined where it is read as a whole. */
function partsOf(value: unknown): [string, unknown][] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return Object.entries(value);
  const ids = value.map((item: unknown) =>
    typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined,
  );
  if (new Set(ids).size !== ids.length) return undefined;
  const named = value.flatMap((item: unknown, index): [string, unknown][] => {
    const id = ids[index];
    return typeof id === 'string' ? [[id, item]] : [];
  });
  return named.length === value.length && named.length > 0 ? named : undefined;
}
