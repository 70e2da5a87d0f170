import type { Program } from '../model/compile.ts';
import type { RowFigures } from '../row-figures.ts';
import { closures, type RowMachine } from './closures.ts';
import { groundOf, lower, type Lowered } from './lower.ts';
import { machineFigures } from './machine-figures.ts';
import type { Node, NodeRef } from './node.ts';
import { figureText, shortestText } from './units-text.ts';
import { truthsInColumn } from './wasm/layout.ts';
import { blockMachine, type BlockMachine } from './wasm/machine.ts';

/** A program made ready for columns of given places. */
export interface FastProgram {
  readonly program: Program;
  readonly lowered: Lowered;
  /** One row at a time, every figure of it. */
  readonly single: RowMachine;
  readonly singleFigures: RowFigures;
  /** Rows by the block; undefined where there is no WebAssembly with SIMD, or a figure is one that only `single` can tell. */
  readonly block: Block | undefined;
}

/** What results are made of, for many rows at once. */
export interface Block {
  readonly machine: BlockMachine;
  /** The column of a figure that results show. */
  readonly column: (step: number) => Float64Array;
  /** What a row of the block came to; to be read before it is asked for another row. */
  readonly figures: (row: number) => RowFigures;
  /** Whether all metrics of the row are there: else it takes more than the outputs to say why not. */
  readonly isPlain: (row: number) => boolean;
  /** Whether a rule fired. */
  readonly holds: (step: number, row: number) => boolean;
}

/** Undefined where a step of the program can be carried by the reference back end only. */
export function fastProgram(program: Program, placesOf: (column: string) => number): FastProgram | undefined {
  const lowered = lower(program, groundOf(program, placesOf));
  if (lowered === undefined) return undefined;
  const single = closures(
    lowered.nodes,
    lowered.figures.map(({ node }) => node),
  );
  return {
    program,
    lowered,
    single,
    singleFigures: machineFigures(lowered, single.values),
    block: blockOf(program, lowered),
  };
}

function blockOf(program: Program, lowered: Lowered): Block | undefined {
  const nodes: Node[] = [...lowered.nodes];
  const nodeOf = (step: number): NodeRef => lowered.figures[step]!.node;
  const truth = (op: 'missing' | 'or', args: readonly NodeRef[]): NodeRef =>
    nodes.push({ op, args, value: 0, kind: { kind: 'truth' } }) - 1;

  const values = [
    ...new Set([
      program.composite,
      program.grade,
      ...program.metrics.flatMap(({ value, score, weighted }) => [value, score, weighted]),
      ...Object.values(program.rank ?? {}),
    ]),
  ];
  // Of others only the closures can tell the exact figure.
  const isTold = (step: number) =>
    nodes[nodeOf(step)]!.kind.kind !== 'real' && lowered.figures[step]!.divisor === 1;
  if (!values.every(isTold)) return undefined;
  const truths = [
    ...(program.held === undefined ? [] : [program.held]),
    ...program.gradeRules.map(({ verdict }) => verdict),
    ...program.actions.map(({ verdict }) => verdict),
  ];
  const anyMissing = truth(
    'or',
    program.metrics.map(({ exactScore }) => truth('missing', [nodeOf(exactScore)])),
  );
  const machine = blockMachine(nodes, program.inputs.length, {
    values: values.map(nodeOf),
    truths: [anyMissing, ...truths.map(nodeOf)],
  });
  if (machine === undefined) return undefined;

  const columns = new Map(values.map((step, index) => [step, machine.values[index]!]));
  const column = (step: number) => columns.get(step)!;
  const bits = new Map(
    truths.map((step, index) => [
      step,
      {
        column: machine.truths[Math.floor((index + 1) / truthsInColumn)]!,
        weight: 2 ** ((index + 1) % truthsInColumn),
      },
    ]),
  );
  const holds = (step: number, row: number) => {
    const { column: packed, weight } = bits.get(step)!;
    return Math.floor(packed[row]! / weight) % 2 === 1;
  };
  let row = 0;
  const figures: RowFigures = {
    missing: (step) => columns.has(step) && Number.isNaN(column(step)[row]!),
    holds: (step) => holds(step, row),
    text(step) {
      const id = column(step)[row]!;
      return Number.isNaN(id) ? null : lowered.texts[id]!;
    },
    fixed: (step, places) => figureText(column(step)[row]!, lowered.figures[step]!.places, places),
    exact: (step) => shortestText(column(step)[row]!, lowered.figures[step]!.places),
  };
  return {
    machine,
    column,
    figures(index) {
      row = index;
      return figures;
    },
    isPlain: (index) => machine.truths[0]![index]! % 2 === 0,
    holds,
  };
}
