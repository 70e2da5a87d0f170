import type { Result } from '../../schemas/index.ts';
import { evaluateRow, resultOf } from '../evaluate.ts';
import type { Program } from '../model/compile.ts';
import type { RowFigures } from '../row-figures.ts';
import type { Table } from '../table.ts';
import { closures } from './closures.ts';
import { columnsOf, placesIn } from './columns-of.ts';
import { lower, type Lowered } from './lower.ts';
import { machineFigures } from './machine-figures.ts';
import type { Node, NodeRef } from './node.ts';
import type { Tally } from './evaluate-rows.ts';
import { figureText, shortestText } from './units-text.ts';
import { blockRows, truthsInColumn } from './wasm/emit.ts';
import { blockMachine, type BlockMachine } from './wasm/machine.ts';

/** What the reference back end gives, by blocks of rows; undefined where there is no such machine here. */
export function evaluateByBlocks(
  program: Program,
  table: Table,
  tally: Tally = { resolved: 0, exactRows: 0 },
): Result[] | undefined {
  const lowered = lower(program, placesIn(table));
  const block = lowered && blockOf(program, lowered);
  if (lowered === undefined || block === undefined) return undefined;
  const { machine, figures, isPlain } = block;
  const columns = columnsOf(program, table, lowered.texts);
  const single = closures(
    lowered.nodes,
    lowered.figures.map(({ node }) => node),
  );
  const singleFigures = machineFigures(lowered, single.values);
  const results: Result[] = [];
  let at = 0;
  const load = (input: number) => columns[input]![at]!;
  for (let start = 0; start < table.subjects.length; start += blockRows) {
    const rows = Math.min(blockRows, table.subjects.length - start);
    for (const [index, column] of columns.entries())
      machine.inputs[index]!.set(column.subarray(start, start + rows));
    machine.run(rows);
    for (let row = 0; row < rows; row += 1) {
      at = start + row;
      if (!machine.undecided(row) && isPlain(row)) {
        results.push(resultOf(program, figures(row), table, at));
      } else if (single.run(load)) {
        results.push(resultOf(program, singleFigures, table, at));
      } else {
        tally.exactRows += 1;
        results.push(evaluateRow(program, table, at));
      }
    }
  }
  tally.resolved += single.resolved();
  return results;
}

interface Block {
  readonly machine: BlockMachine;
  /** What a row of the block came to; to be read before it is asked for another row. */
  readonly figures: (row: number) => RowFigures;
  /** Whether all metrics of the row are there: else it takes more than the outputs to say why not. */
  readonly isPlain: (row: number) => boolean;
}

function blockOf(program: Program, lowered: Lowered): Block | undefined {
  const nodes: Node[] = [...lowered.nodes];
  const nodeOf = (step: number): NodeRef => lowered.figures[step]!.node;
  const missing = (step: number): NodeRef =>
    nodes.push({ op: 'missing', args: [nodeOf(step)], value: 0, kind: { kind: 'truth' } }) - 1;

  const valueSteps = [
    ...new Set([
      program.composite,
      program.grade,
      ...program.metrics.flatMap(({ value, score, weighted }) => [value, score, weighted]),
    ]),
  ];
  // Only the closures can tell such a figure exactly.
  const isTold = (step: number) =>
    nodes[nodeOf(step)]!.kind.kind !== 'real' && lowered.figures[step]!.divisor === 1;
  if (!valueSteps.every(isTold)) return undefined;
  const truthSteps = [
    ...(program.held === undefined ? [] : [program.held]),
    ...program.gradeRules.map(({ verdict }) => verdict),
    ...program.actions.map(({ verdict }) => verdict),
  ];
  // First of all whether a metric is missing: one look at it says which rows are plain.
  const anyMissing: NodeRef =
    nodes.push({
      op: 'or',
      args: program.metrics.map(({ exactScore }) => missing(exactScore)),
      value: 0,
      kind: { kind: 'truth' },
    }) - 1;
  const machine = blockMachine(nodes, program.inputs.length, {
    values: valueSteps.map(nodeOf),
    truths: [anyMissing, ...truthSteps.map(nodeOf)],
  });
  if (machine === undefined) return undefined;

  const columnOf = new Map(valueSteps.map((step, index) => [step, machine.values[index]!]));
  const bits = new Map(
    truthSteps.map((step, index) => [
      step,
      {
        column: machine.truths[Math.floor((index + 1) / truthsInColumn)]!,
        weight: 2 ** ((index + 1) % truthsInColumn),
      },
    ]),
  );
  let row = 0;
  const valueOf = (step: number) => columnOf.get(step)![row]!;
  const figures: RowFigures = {
    missing: (step) => columnOf.has(step) && Number.isNaN(valueOf(step)),
    holds(step) {
      const { column, weight } = bits.get(step)!;
      return Math.floor(column[row]! / weight) % 2 === 1;
    },
    text(step) {
      const id = valueOf(step);
      return Number.isNaN(id) ? null : lowered.texts[id]!;
    },
    fixed: (step, places) => figureText(valueOf(step), lowered.figures[step]!.places, places),
    exact: (step) => shortestText(valueOf(step), lowered.figures[step]!.places),
  };
  return {
    machine,
    figures(index) {
      row = index;
      return figures;
    },
    isPlain: (index) => machine.truths[0]![index]! % 2 === 0,
  };
}
