import { identityIn, isObject, numbered, type Change } from './changes.ts';

/**
 * The document with changes made to it: all that `changesOf` finds between two documents make the one into the other,
 * some of them what lies between. A change of what is not there changes nothing.
 */
export function applyChanges(document: unknown, changes: readonly Change[]): unknown {
  // What is added may stand behind what moved: the order comes last.
  const inTurn = [
    ...changes.filter(({ kind }) => kind !== 'moved'),
    ...changes.filter(({ kind }) => kind === 'moved'),
  ];
  return inTurn.reduce((result, change) => applied(result, change.path, change, undefined), document);
}

/** @param list what a list is called by which `node` is held. */
function applied(
  node: unknown,
  [name, ...rest]: readonly string[],
  change: Change,
  list: string | undefined,
): unknown {
  if (name === undefined) return change.kind === 'moved' ? ordered(node, change, list) : change.after;
  if (Array.isArray(node)) return inList(node, name, rest, change, list);
  if (!isObject(node)) return node;
  if (rest.length === 0 && change.kind === 'removed') {
    const { [name]: _removed, ...others } = node;
    return others;
  }
  if (!Object.hasOwn(node, name)) {
    if (rest.length === 0 && change.kind === 'added') return { ...node, [name]: change.after };
    // The list that the first item is added to may have gone with its last one.
    if (rest.length === 1 && change.order !== undefined) return { ...node, [name]: [change.after] };
    return node;
  }
  return { ...node, [name]: applied(node[name], rest, change, name) };
}

function inList(
  items: readonly unknown[],
  name: string,
  rest: readonly string[],
  change: Change,
  list: string | undefined,
): unknown {
  // How deep it is in the document: what is left of the path tells.
  const isNumber = change.shape.split('/')[change.path.length - rest.length - 1] === numbered;
  const named = isNumber ? undefined : itemNames(items, list);
  const index = isNumber ? Number(name) - 1 : (named ?? []).indexOf(name);
  if (rest.length === 0 && change.kind === 'added') {
    if (index >= 0 && named !== undefined) return items.with(index, change.after);
    return items.toSpliced(placeOf(name, named ?? [], change.order ?? []), 0, change.after);
  }
  if (!Number.isInteger(index) || index < 0 || index >= items.length) return items;
  if (rest.length === 0 && change.kind === 'removed') return items.toSpliced(index, 1);
  return items.with(index, applied(items[index], rest, change, undefined));
}

/** Behind the nearest of those that go before it. */
function placeOf(name: string, named: readonly string[], order: readonly string[]): number {
  const before = order.slice(0, Math.max(order.indexOf(name), 0));
  const nearest = before.findLast((other) => named.includes(other));
  return nearest === undefined ? 0 : named.indexOf(nearest) + 1;
}

/** The items in the order of a move; one that it does not name stays behind the one it stood behind. */
function ordered(node: unknown, { after }: Change, list: string | undefined): unknown {
  if (!Array.isArray(node) || !Array.isArray(after)) return node;
  const items: readonly unknown[] = node;
  const named = itemNames(items, list);
  if (named === undefined) return node;
  const order = (after as readonly string[]).filter((name) => named.includes(name));
  for (const [index, name] of named.entries()) {
    if (!order.includes(name)) order.splice(index === 0 ? 0 : order.indexOf(named[index - 1]!) + 1, 0, name);
  }
  return order.map((name) => items[named.indexOf(name)]);
}

function itemNames(items: readonly unknown[], list: string | undefined): string[] | undefined {
  const identity = list === undefined ? undefined : identityIn(list);
  if (identity === undefined) return undefined;
  const names = items.flatMap((item) => {
    const name = isObject(item) ? item[identity] : undefined;
    return typeof name === 'string' ? [name] : [];
  });
  return names.length === items.length ? names : undefined;
}
