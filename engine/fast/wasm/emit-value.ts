import { figureLimit, type NodeRef } from '../node.ts';
import { largest } from '../real.ts';
import { emitRoundReal, emitRoundWhole } from './emit-round.ts';
import type { Emission } from './emission.ts';
import { op } from './encode.ts';
import { columnAddress } from './layout.ts';

/** The figure of a node, or the number of its text. */
export function emitValue(emission: Emission, ref: NodeRef): void {
  const { nodes, push, doubt, to } = emission;
  const { op: name, args, value, kind } = nodes[ref]!;
  const [a = 0, b = 0, c = 0] = args;
  switch (name) {
    case 'load':
      to.put(op.localGet, [1], op.v128Load, columnAddress(value));
      if (kind.kind === 'whole') doubtBeyond(emission, figureLimit);
      return;
    case 'add':
    case 'sub':
    case 'min':
    case 'max':
      push(a, 'value');
      push(b, 'value');
      return to.put(op[name]);
    case 'mul':
      push(a, 'value');
      push(b, 'value');
      to.put(op.mul);
      if (kind.kind === 'real') doubtBeyond(emission, largest);
      return;
    case 'div':
      // Where the divisor may be zero.
      push(b, 'value');
      to.put(op.abs);
      push(b, 'error');
      to.put(op.le);
      doubt();
      push(a, 'value');
      push(b, 'value');
      to.put(op.div);
      return doubtBeyond(emission, largest);
    case 'real':
      push(a, 'value');
      to.splat(10 ** value);
      return to.put(op.div);
    case 'ratio':
      return emitRatio(emission, a, b, value);
    case 'round':
      return nodes[a]!.kind.kind === 'real'
        ? emitRoundReal(emission, a, value)
        : emitRoundWhole(emission, a, value);
    case 'choose':
      push(b, 'value');
      push(c, 'value');
      push(a, 'true');
      return to.put(op.bitselect);
    default:
      throw new Error(`${name} has no value`);
  }
}

/** Missing where the divisor is zero. */
function emitRatio({ push, to }: Emission, a: NodeRef, b: NodeRef, places: number): void {
  push(a, 'value');
  push(b, 'value');
  to.put(op.div);
  if (places !== 0) {
    to.splat(10 ** Math.abs(places));
    to.put(places > 0 ? op.mul : op.div);
  }
  to.splat(Number.NaN);
  push(b, 'value');
  to.splat(0);
  to.put(op.ne, op.bitselect);
}

/** The value on the stack stays there; rows where it is beyond a limit are undecided. */
function doubtBeyond({ doubt, to }: Emission, limit: number): void {
  const local = to.fresh();
  to.tee(local);
  to.put(op.abs);
  to.splat(limit);
  to.put(op.gt);
  doubt();
  to.get(local);
}
