import type { Kind, Node, NodeOp, NodeRef } from './node.ts';

/** Nodes under construction; the same node is made once. */
export interface Graph {
  readonly nodes: readonly Node[];
  node(op: NodeOp, args: readonly NodeRef[], kind: Kind, value?: number): NodeRef;
  constant(value: number, kind: Kind['kind']): NodeRef;
  at(ref: NodeRef): Node;
  /** The number of a constant; undefined where the node is none. */
  constantOf(ref: NodeRef): number | undefined;
}

export function createGraph(): Graph {
  const nodes: Node[] = [];
  const known = new Map<string, NodeRef>();
  const node = (op: NodeOp, args: readonly NodeRef[], kind: Kind, value = 0): NodeRef => {
    const key = `${op} ${args.join()} ${value} ${kind.kind}`;
    const ref = known.get(key) ?? nodes.push({ op, args, value, kind }) - 1;
    known.set(key, ref);
    return ref;
  };
  return {
    nodes,
    node,
    constant: (value, kind) =>
      node('constant', [], kind === 'whole' ? { kind, low: value, high: value } : { kind }, value),
    at: (ref) => nodes[ref]!,
    constantOf: (ref) => (nodes[ref]!.op === 'constant' ? nodes[ref]!.value : undefined),
  };
}
