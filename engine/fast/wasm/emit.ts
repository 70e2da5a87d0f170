import type { Node, NodeRef } from '../node.ts';
import { createAssembler } from './assembler.ts';
import { emitError } from './emit-error.ts';
import { emitTruth } from './emit-truth.ts';
import { emitValue } from './emit-value.ts';
import type { Emission } from './emission.ts';
import { moduleOf, op, signed } from './encode.ts';
import { columnAddress, truthsInColumn } from './layout.ts';
import { partKey, parts, usesOf, type Outputs, type Part } from './parts.ts';

/** A module for the nodes, and how many columns it has: inputs, then outputs, then a mask of rows that it could not decide. */
export interface Emitted {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly columns: number;
}

/** The module's locals: how many bytes of a column are to be computed, how many are, and the mask of undecided rows. */
const [bytesLocal, offsetLocal, undecidedLocal] = [0, 1, 2];

/**
 * Straight-line SIMD code, two rows at a time. Masks of true and of false make three-valued logic of one instruction
 * each, and need no test for missing figures: comparing NaN gives neither.
 */
export function emit(nodes: readonly Node[], inputs: number, outputs: Outputs): Emitted {
  const uses = usesOf(nodes, outputs);
  const to = createAssembler(undecidedLocal + 1);
  const locals = new Map<string, number>();
  const emission: Emission = {
    nodes,
    to,
    push(ref, part) {
      const local = locals.get(partKey(ref, part));
      if (local === undefined) compute(ref, part);
      else to.get(local);
    },
    doubt() {
      to.get(undecidedLocal);
      to.put(op.or);
      to.set(undecidedLocal);
    },
  };

  function compute(ref: NodeRef, part: Part): void {
    const { op: name, value } = nodes[ref]!;
    if (name === 'constant') constant(value, part);
    else if (part === 'value') emitValue(emission, ref);
    else if (part === 'error') emitError(emission, ref);
    else emitTruth(emission, ref, part);
  }

  function constant(value: number, part: Part): void {
    if (part === 'value') to.splat(value);
    else if (part === 'error') to.splat(0);
    else to.mask(value === (part === 'true' ? 1 : 0));
  }

  let column = inputs;
  const store = (value: () => void) => {
    to.get(offsetLocal);
    value();
    to.put(op.v128Store, columnAddress(column));
    column += 1;
  };

  to.put(op.block, op.loop);
  to.get(offsetLocal);
  to.get(bytesLocal);
  to.put(op.i32GeU, op.brIf, [1]);
  to.splat(0);
  to.set(undecidedLocal);
  // What is used once is computed where it is used; the rest first, in its order.
  for (const ref of nodes.keys()) {
    for (const part of parts) {
      if ((uses.get(partKey(ref, part)) ?? 0) < 2 || nodes[ref]!.op === 'constant') continue;
      compute(ref, part);
      const local = to.fresh();
      locals.set(partKey(ref, part), local);
      to.set(local);
    }
  }
  for (const ref of outputs.values) {
    store(() => emission.push(ref, nodes[ref]!.kind.kind === 'truth' ? 'true' : 'value'));
  }
  for (let first = 0; first < outputs.truths.length; first += truthsInColumn) {
    store(() => {
      for (const [bit, ref] of outputs.truths.slice(first, first + truthsInColumn).entries()) {
        to.splat(2 ** bit);
        emission.push(ref, 'true');
        to.put(op.and);
        if (bit > 0) to.put(op.add);
      }
    });
  }
  store(() => to.get(undecidedLocal));
  to.get(offsetLocal);
  to.put(op.i32Const, signed(16), op.i32Add);
  to.set(offsetLocal);
  to.put(op.br, [0], op.end, op.end);
  return { bytes: moduleOf(to.locals() - undecidedLocal, to.code), columns: column };
}
