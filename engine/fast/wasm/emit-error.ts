import type { NodeRef } from '../node.ts';
import { smallest, ulp } from '../real.ts';
import type { Emission } from './emission.ts';
import { op } from './encode.ts';

/** By how much a real may be off, at most. */
export function emitError({ nodes, push, to }: Emission, ref: NodeRef): void {
  const { op: name, args } = nodes[ref]!;
  const [a = 0, b = 0, c = 0] = args;
  const own = (times: number) => {
    push(ref, 'value');
    to.put(op.abs);
    to.splat(times * ulp);
    to.put(op.mul, op.add);
  };
  switch (name) {
    case 'real':
      push(ref, 'value');
      to.put(op.abs);
      to.splat(ulp);
      return to.put(op.mul);
    case 'ratio':
      push(ref, 'value');
      to.put(op.abs);
      to.splat(3 * ulp);
      return to.put(op.mul);
    case 'add':
    case 'sub':
      push(a, 'error');
      push(b, 'error');
      to.put(op.add);
      return own(1);
    case 'mul':
      push(a, 'error');
      push(b, 'value');
      to.put(op.abs, op.mul);
      push(b, 'error');
      push(a, 'value');
      to.put(op.abs, op.mul, op.add);
      push(a, 'error');
      push(b, 'error');
      to.put(op.mul, op.add);
      to.splat(smallest);
      to.put(op.add);
      return own(1);
    case 'div':
      push(a, 'error');
      push(ref, 'value');
      to.put(op.abs);
      push(b, 'error');
      to.put(op.mul, op.add);
      push(b, 'value');
      to.put(op.abs);
      push(b, 'error');
      to.put(op.sub, op.div);
      to.splat(smallest);
      to.put(op.add);
      return own(2);
    case 'min':
    case 'max':
      push(a, 'error');
      push(b, 'error');
      return to.put(op.max);
    case 'choose':
      push(b, 'error');
      push(c, 'error');
      push(a, 'true');
      return to.put(op.bitselect);
    default:
      throw new Error(`${name} has no error`);
  }
}
