import type { Program } from '../model/compile.ts';
import { payFigures } from '../pay/pay-result.ts';
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
  /** Whether all metrics and pay lines of the row are there: else it takes more than the outputs to say why not. */
  readonly isPlain: (row: number) => boolean;
  /** Whether a rule fired. */
  readonly holds: (step: number, row: number) => boolean;
}

/** Kept of a program, for tables of other places: before and after ranking, and what rows take. */
const mostKept = 4;
const kept = new WeakMap<Program, Map<string, FastProgram | undefined>>();

/**
 * Made once for columns of the same places.
 * @returns undefined where a step of the program can be carried by the reference back end only.
 */
export function fastProgram(program: Program, placesOf: (column: string) => number): FastProgram | undefined {
  const known = kept.get(program) ?? new Map<string, FastProgram | undefined>();
  kept.set(program, known);
  const key = program.inputs.map(({ name }) => placesOf(name)).join();
  if (known.has(key)) return known.get(key);
  const made = prepared(program, placesOf);
  if (known.size === mostKept) known.clear();
  known.set(key, made);
  return made;
}

function prepared(program: Program, placesOf: (column: string) => number): FastProgram | undefined {
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
      ...program.metrics.flatMap(({ value, score, weighted, target, level }) =>
        [value, score, weighted].concat(present(target, level)),
      ),
      ...present(program.base, program.points?.total, program.adjustment?.figure),
      ...(program.points?.each ?? []).map(({ figure }) => figure),
      ...Object.values(program.rank ?? {}),
      ...payFigures(program),
    ]),
  ];
  // Of others only the closures can tell the exact figure.
  const isTold = (step: number) =>
    nodes[nodeOf(step)]!.kind.kind !== 'real' && lowered.figures[step]!.divisor === 1;
  if (!values.every(isTold)) return undefined;
  const truths = [
    ...present(program.held, program.adjustment?.beyond),
    ...(program.points?.each ?? []).flatMap(({ fires }) => present(fires)),
    ...[...program.overlays, ...program.gradeRules, ...program.gates].map(({ verdict }) => verdict),
    ...program.actions.flatMap(({ fires, verdict }) => (fires === verdict ? [verdict] : [fires, verdict])),
    ...program.conflicts.flatMap(({ stands }) => [...stands.values()]),
  ];
  const anyMissing = truth(
    'or',
    [
      ...program.metrics.map(({ exactScore }) => exactScore),
      ...(program.pay?.lines ?? []).map(({ paid }) => paid),
    ].map((step) => truth('missing', [nodeOf(step)])),
  );
  const machine = blockMachine(nodes, program.inputs.length, {
    values: values.map(nodeOf),
    truths: [anyMissing, ...truths.map(nodeOf)],
  });
  if (machine === undefined) return undefined;

  // By step, as arrays: they are asked for each figure of each row.
  const columns: Float64Array[] = [];
  const places: number[] = [];
  for (const [index, step] of values.entries()) {
    columns[step] = machine.values[index]!;
    places[step] = lowered.figures[step]!.places;
  }
  const packed: Float64Array[] = [];
  const weights: number[] = [];
  for (const [index, step] of truths.entries()) {
    packed[step] = machine.truths[Math.floor((index + 1) / truthsInColumn)]!;
    weights[step] = 2 ** ((index + 1) % truthsInColumn);
  }
  const column = (step: number) => columns[step]!;
  const holds = (step: number, row: number) => Math.floor(packed[step]![row]! / weights[step]!) % 2 === 1;
  let row = 0;
  const figures: RowFigures = {
    missing: (step) => Number.isNaN(columns[step]?.[row] ?? 0),
    holds: (step) => holds(step, row),
    text(step) {
      const id = columns[step]![row]!;
      return Number.isNaN(id) ? null : lowered.texts[id]!;
    },
    fixed: (step, want) => figureText(columns[step]![row]!, places[step]!, want),
    exact: (step) => shortestText(columns[step]![row]!, places[step]!),
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

function present(...steps: readonly (number | undefined)[]): number[] {
  return steps.flatMap((step) => step ?? []);
}
