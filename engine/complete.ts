import type { Program } from './model/compile.ts';
import { withPools } from './pay/with-pools.ts';
import { withRanks } from './ranking/with-ranks.ts';
import type { Table } from './table.ts';

/** The table with all the columns that the engine makes of everybody's figures: ranks, then parts of pools. */
export function complete(program: Program, table: Table): Table {
  return withPools(program, withRanks(program, table));
}
