import type { Node } from '../node.ts';
import { emit } from './emit.ts';
import { blockRows, stride, truthsInColumn } from './layout.ts';
import type { Outputs } from './parts.ts';

/** Computes up to a block of rows in one call. */
export interface BlockMachine {
  /** By input, the block's figures: to be filled before `run`. */
  readonly inputs: readonly Float64Array[];
  /** By output, in the order they were asked for. */
  readonly values: readonly Float64Array[];
  /** Truths as bits of whole numbers, 52 to a column. */
  readonly truths: readonly Float64Array[];
  run(rows: number): void;
  /** Whether a row could not be decided from approximations. */
  undecided(row: number): boolean;
  /** The first row from one on that is undecided; the number of rows where none is. */
  nextUndecided(row: number, rows: number): number;
}

/** A machine in WebAssembly; undefined where there is none, or it has no SIMD. */
export function blockMachine(
  nodes: readonly Node[],
  inputs: number,
  outputs: Outputs,
): BlockMachine | undefined {
  const { bytes, columns } = emit(nodes, inputs, outputs);
  const memory = memoryOf(columns * stride);
  const instance = memory && instanceOf(bytes, memory);
  if (memory === undefined || instance === undefined) return undefined;
  const column = (index: number) => new Float64Array(memory.buffer, index * stride, blockRows);
  const range = (first: number, count: number) =>
    Array.from({ length: count }, (_, index) => column(first + index));
  const truthColumns = Math.ceil(outputs.truths.length / truthsInColumn);
  const masks = new Uint32Array(memory.buffer, (columns - 1) * stride, blockRows * 2);
  return {
    inputs: range(0, inputs),
    values: range(inputs, outputs.values.length),
    truths: range(inputs + outputs.values.length, truthColumns),
    run: (rows) => instance(rows * 8),
    undecided: (row) => masks[row * 2] !== 0,
    nextUndecided(row, rows) {
      let next = row;
      while (next < rows && masks[next * 2] === 0) next += 1;
      return next;
    },
  };
}

const page = 65_536;

function memoryOf(bytes: number): WebAssembly.Memory | undefined {
  return typeof WebAssembly === 'undefined'
    ? undefined
    : new WebAssembly.Memory({ initial: Math.ceil(bytes / page) });
}

function instanceOf(
  bytes: Uint8Array<ArrayBuffer>,
  memory: WebAssembly.Memory,
): ((bytes: number) => void) | undefined {
  // A content security policy may forbid it, and an old browser may not have SIMD.
  if (!WebAssembly.validate(bytes)) return undefined;
  const { run } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { m: { m: memory } }).exports;
  return run as (bytes: number) => void;
}
