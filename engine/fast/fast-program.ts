import type { Program } from '../model/compile.ts';
import type { RowFigures } from '../row-figures.ts';
import { blockOf, type Block } from './block.ts';
import { closures, type RowMachine } from './closures.ts';
import { groundOf, lower, type Lowered } from './lower.ts';
import { machineFigures } from './machine-figures.ts';

/** A program made ready for columns of given places. */
export interface FastProgram {
  readonly program: Program;
  readonly lowered: Lowered;
  /** One row at a time, every figure of it. */
  readonly single: RowMachine;
  readonly singleFigures: RowFigures;
  /** Rows by the block; undefined where there is no WebAssembly with SIMD, or a figure is one that only `single` can tell. */
  readonly block: Block | undefined;
  /** The block for one row: of many rules, an index says which hold. Made when it is asked for. */
  readonly rowBlock: () => Block | undefined;
}

/** From how many rules on an index is faster than asking each of them. */
const fewestIndexed = 64;

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
  const block = blockOf(program, lowered, 'computed');
  let rowBlock = program.actions.length < fewestIndexed ? block : undefined;
  return {
    program,
    lowered,
    single,
    singleFigures: machineFigures(lowered, single.values),
    block,
    rowBlock: () => (rowBlock ??= block && blockOf(program, lowered, 'indexed')),
  };
}
