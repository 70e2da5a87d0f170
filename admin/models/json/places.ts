import { jsonLanguage } from '@codemirror/lang-json';
import { tokensOf } from '../document/pointer.ts';

/** A stretch of a text, in characters from its beginning. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

type Node = ReturnType<typeof jsonLanguage.parser.parse>['topNode'];

const values: ReadonlySet<string> = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);

/**
 * Where a JSON text says what a pointer points at: the name of a property with its value, or an item of a list; where it
 * does not say it, what is around it. The whole for the pointer of the whole.
 */
export function placeOf(text: string, pointer: string): Stretch {
  let node: Node | undefined = childrenOf(jsonLanguage.parser.parse(text).topNode).find(isValue);
  let place: Stretch = { from: node?.from ?? 0, to: node?.to ?? text.length };
  for (const token of tokensOf(pointer)) {
    const next: { readonly node: Node | undefined; readonly place: Stretch } | undefined =
      node && within(text, node, token);
    if (next === undefined) break;
    node = next.node;
    place = next.place;
  }
  return place;
}

/** Where a text stops being JSON; undefined where it is. */
export function syntaxErrorOf(text: string): Stretch | undefined {
  const tree = jsonLanguage.parser.parse(text);
  let found: Stretch | undefined;
  tree.iterate({
    enter({ type, from, to }) {
      if (type.isError && found === undefined) found = { from, to };
      return found === undefined;
    },
  });
  return found;
}

/** Names that an object of the text has twice; a reader would keep the last and drop the others. */
export function repeatedNames(text: string): (Stretch & { readonly name: string })[] {
  const found: (Stretch & { readonly name: string })[] = [];
  jsonLanguage.parser.parse(text).iterate({
    enter({ node }) {
      if (node.name !== 'Object') return;
      const seen = new Set<string>();
      for (const name of propertiesOf(node)) {
        const word = nameIn(text, name);
        if (seen.has(word)) found.push({ from: name.from, to: name.to, name: word });
        seen.add(word);
      }
    },
  });
  return found;
}

function within(
  text: string,
  node: Node,
  token: string,
): { readonly node: Node | undefined; readonly place: Stretch } | undefined {
  if (node.name === 'Array') {
    const item = childrenOf(node).filter(isValue)[Number(token)];
    return item && { node: item, place: { from: item.from, to: item.to } };
  }
  if (node.name !== 'Object') return undefined;
  // Of names that stand twice the last one counts, as it does for readers.
  const name = propertiesOf(node).findLast((one) => nameIn(text, one) === token);
  const property = name?.parent;
  if (!property) return undefined;
  return {
    node: childrenOf(property).find(isValue),
    place: { from: property.from, to: property.to },
  };
}

function propertiesOf(object: Node): Node[] {
  return object.getChildren('Property').flatMap((property) => property.getChild('PropertyName') ?? []);
}

function nameIn(text: string, { from, to }: Node): string {
  try {
    return String(JSON.parse(text.slice(from, to)));
  } catch {
    return text.slice(from, to);
  }
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

function isValue({ name }: Node): boolean {
  return values.has(name);
}
