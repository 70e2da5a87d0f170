import type { NodeRef } from '../node.ts';
import { ulp } from '../real.ts';
import type { Emission } from './emission.ts';
import { op } from './encode.ts';

/** The mask of the rows where a truth is true, or of those where it is false: where it is unknown neither is. */
export function emitTruth(emission: Emission, ref: NodeRef, part: 'true' | 'false'): void {
  const { nodes, push, to } = emission;
  const { op: name, args } = nodes[ref]!;
  const [a = 0, b = 0, c = 0] = args;
  switch (name) {
    case 'less':
    case 'equal':
      return nodes[a]!.kind.kind === 'real'
        ? orderReal(emission, name, a, b, part)
        : orderWhole(emission, name, a, b, part);
    case 'missing':
      missing(emission, a, part);
      return;
    case 'and':
    case 'or': {
      const every = (name === 'and') === (part === 'true');
      for (const [index, arg] of args.entries()) {
        push(arg, part);
        if (index > 0) to.put(every ? op.and : op.or);
      }
      return;
    }
    case 'not':
      return push(a, part === 'true' ? 'false' : 'true');
    case 'choose':
      push(b, part);
      push(c, part);
      push(a, 'true');
      return to.put(op.bitselect);
    default:
      throw new Error(`${name} is no truth`);
  }
}
function missing({ nodes, push, to }: Emission, ref: NodeRef, part: 'true' | 'false'): void {
  if (nodes[ref]!.kind.kind === 'truth') {
    push(ref, 'true');
    push(ref, 'false');
    to.put(op.or);
    if (part === 'true') to.put(op.not);
    return;
  }
  push(ref, 'value');
  push(ref, 'value');
  to.put(part === 'true' ? op.ne : op.eq);
}
function orderWhole(
  { nodes, push, to }: Emission,
  name: 'less' | 'equal',
  a: NodeRef,
  b: NodeRef,
  part: 'true' | 'false',
): void {
  if (nodes[a]!.kind.kind === 'truth') {
    // Of two truths: both so, or both not.
    const [same, other] = part === 'true' ? (['true', 'false'] as const) : (['false', 'true'] as const);
    push(a, 'true');
    push(b, same);
    to.put(op.and);
    push(a, 'false');
    push(b, other);
    return to.put(op.and, op.or);
  }
  push(a, 'value');
  push(b, 'value');
  if (part === 'true') return to.put(name === 'less' ? op.lt : op.eq);
  if (name === 'less') return to.put(op.ge);
  to.put(op.lt);
  push(a, 'value');
  push(b, 'value');
  to.put(op.gt, op.or);
}
function orderReal(
  { push, doubt, to }: Emission,
  name: 'less' | 'equal',
  a: NodeRef,
  b: NodeRef,
  part: 'true' | 'false',
): void {
  const difference = to.fresh();
  push(a, 'value');
  push(b, 'value');
  to.put(op.sub);
  to.set(difference);
  // Undecided unless it is greater than its error; not where one is missing.
  to.get(difference);
  to.put(op.abs);
  push(a, 'error');
  push(b, 'error');
  to.put(op.add);
  to.get(difference);
  to.put(op.abs);
  to.splat(ulp);
  to.put(op.mul, op.add, op.gt, op.not);
  to.get(difference);
  to.get(difference);
  to.put(op.eq, op.and);
  doubt();
  to.get(difference);
  to.splat(0);
  if (name === 'less') return to.put(part === 'true' ? op.lt : op.gt);
  if (part === 'true') return to.put(op.eq);
  to.put(op.lt);
  to.get(difference);
  to.splat(0);
  to.put(op.gt, op.or);
}
