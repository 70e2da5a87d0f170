import type { Node, NodeRef } from '../node.ts';

/** What of a node is asked for: its figure; the bound of a real's error; the mask of where a truth is true, or false. */
export const parts = ['value', 'error', 'true', 'false'] as const;
export type Part = (typeof parts)[number];

/** What a module writes, a column each: figures and texts, and 52 truths to a column as bits of a whole number. */
export interface Outputs {
  readonly values: readonly NodeRef[];
  readonly truths: readonly NodeRef[];
}

export function partKey(ref: NodeRef, part: Part): string {
  return `${ref} ${part}`;
}

/** How often each part of each node is pushed, from the outputs back. */
export function usesOf(nodes: readonly Node[], outputs: Outputs): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const use = (ref: NodeRef, part: Part): void => {
    const count = (uses.get(partKey(ref, part)) ?? 0) + 1;
    uses.set(partKey(ref, part), count);
    if (count > 1) return;
    for (const [arg, wanted] of askedBy(nodes, ref, part)) use(arg, wanted);
  };
  for (const ref of outputs.values) use(ref, nodes[ref]!.kind.kind === 'truth' ? 'true' : 'value');
  for (const ref of outputs.truths) use(ref, 'true');
  return uses;
}

/** The parts of its arguments that computing a part of a node pushes, as often as it does. */
function askedBy(nodes: readonly Node[], ref: NodeRef, part: Part): [NodeRef, Part][] {
  const { op: name, args } = nodes[ref]!;
  const all = (wanted: Part): [NodeRef, Part][] => args.map((arg) => [arg, wanted]);
  const [a = 0, b = 0, c = 0] = args;
  const real = (arg: NodeRef) => nodes[arg]!.kind.kind === 'real';
  switch (name) {
    case 'load':
    case 'constant':
      return [];
    case 'choose':
      return [
        [a, 'true'],
        [b, part],
        [c, part],
      ];
    case 'not':
      return [[a, part === 'true' ? 'false' : 'true']];
    case 'and':
    case 'or':
      return all(part);
    case 'missing':
      return nodes[a]!.kind.kind === 'truth'
        ? [
            [a, 'true'],
            [a, 'false'],
          ]
        : [
            [a, 'value'],
            [a, 'value'],
          ];
    case 'less':
    case 'equal':
      if (nodes[a]!.kind.kind === 'truth') return [...all('true'), ...all('false')];
      return real(a) ? [...all('value'), ...all('error')] : [...all('value'), ...all('value')];
    case 'round':
      return real(a)
        ? [
            [a, 'value'],
            [a, 'error'],
          ]
        : all('value');
    default:
      if (part === 'error') return askedByError(name, ref, args);
      if (name === 'div') return [...all('value'), ...all('value'), [b, 'error']];
      return name === 'ratio' ? [...all('value'), [b, 'value']] : all('value');
  }
}

function askedByError(name: Node['op'], ref: NodeRef, args: readonly NodeRef[]): [NodeRef, Part][] {
  const all = (wanted: Part): [NodeRef, Part][] => args.map((arg) => [arg, wanted]);
  const own: [NodeRef, Part] = [ref, 'value'];
  switch (name) {
    case 'real':
    case 'ratio':
      return [own];
    case 'min':
    case 'max':
      return all('error');
    case 'mul':
      return [own, ...all('error'), ...all('error'), ...all('value')];
    case 'div':
      return [own, own, ...all('error'), ...all('error'), ...all('value')];
    default:
      return [own, ...all('error')];
  }
}
