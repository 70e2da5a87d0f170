import { expect } from 'vitest';
import { explain, type Program, type Table } from '../../engine/index.ts';
import type { Receipt } from '../../schemas/index.ts';
import { checkReceipt } from '../../tools/check-receipt.mjs';

/** Holds the receipts of all rows against the stand-alone checker, and gives them back. */
export function checkedReceipts(program: Program, table: Table): Receipt[] {
  return table.subjects.map((_, row) => {
    const receipt = explain(program, table, row);
    expect(checkReceipt(receipt)).toEqual([]);
    return receipt;
  });
}
