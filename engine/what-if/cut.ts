import { closures, type RowMachine } from '../fast/closures.ts';
import type { Node, NodeRef } from '../fast/node.ts';
import { blockRows } from '../fast/wasm/layout.ts';
import { blockMachine } from '../fast/wasm/machine.ts';

/** What it takes to compute some nodes from columns that are there: those nodes alone, renumbered. */
export interface Cut {
  readonly nodes: readonly Node[];
  readonly outputs: readonly NodeRef[];
  /** By the number that its `load` nodes have. */
  readonly inputs: readonly Float64Array[];
}

/** @param resident the column of a node, where there is one: behind it nothing is computed. */
export function cutOut(
  nodes: readonly Node[],
  outputs: readonly NodeRef[],
  resident: (ref: NodeRef) => Float64Array | undefined,
): Cut {
  const kept: Node[] = [];
  const inputs: Float64Array[] = [];
  const known = new Map<NodeRef, NodeRef>();
  const keep = (ref: NodeRef): NodeRef => {
    const before = known.get(ref);
    if (before !== undefined) return before;
    const node = nodes[ref]!;
    const column = resident(ref);
    const made: Node =
      column === undefined
        ? { ...node, args: node.args.map(keep) }
        : { op: 'load', args: [], value: inputs.push(column) - 1, kind: node.kind };
    const at = kept.push(made) - 1;
    known.set(ref, at);
    return at;
  };
  return { outputs: outputs.map(keep), nodes: kept, inputs };
}

/**
 * Computes the outputs of a cut for everyone, a column each.
 * @param beyond takes the rows with a figure that float64s do not count; what they have in the columns means nothing.
 */
export function computed(cut: Cut, rows: number, beyond: Set<number>): Float64Array[] {
  const { nodes, inputs, outputs } = cut;
  const columns = outputs.map(() => new Float64Array(rows));
  const block = blockMachine(nodes, inputs.length, { values: outputs, truths: [] });
  let machine: RowMachine | undefined;
  let at = 0;
  const load = (input: number) => inputs[input]![at]!;
  const alone = (row: number): void => {
    machine ??= closures(nodes, outputs);
    at = row;
    if (!machine.run(load)) beyond.add(row);
    for (const [index, ref] of outputs.entries()) columns[index]![row] = machine.values[ref]!;
  };
  if (block === undefined) for (let row = 0; row < rows; row += 1) alone(row);
  else {
    for (let start = 0; start < rows; start += blockRows) {
      const size = Math.min(blockRows, rows - start);
      for (const [input, column] of inputs.entries())
        block.inputs[input]!.set(column.subarray(start, start + size));
      block.run(size);
      for (const [index, column] of columns.entries())
        column.set(block.values[index]!.subarray(0, size), start);
      const next = (row: number) => block.nextUndecided(row, size);
      for (let row = next(0); row < size; row = next(row + 1)) alone(start + row);
    }
  }
  return columns;
}
