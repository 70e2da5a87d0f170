import { canonical } from './document/hash.ts';
import { valuesOf } from './evaluate.ts';
import { headOf, receiptValue } from './explain.ts';
import type { Program } from './model/compile.ts';
import { isRational, type Value } from './program/operations.ts';
import type { Table } from './table.ts';

/**
 * The RFC 8785 form of receipts, `canonical(explain(program, table, row))`, without making them: all but the values is
 * the same in every receipt of a program and written once. For runs, which want the hash of a million of them.
 */
export function receiptTexts(program: Program): (table: Table, row: number) => string {
  // "value" is the last of an entry's keys in their order.
  const heads = program.steps.map(
    (step) => `${canonical(headOf(step, program.steps)).slice(0, -1)},"value":`,
  );
  const model = canonical(program.hash);
  return (table, row) => {
    const values = valuesOf(program, table, row);
    const entries = heads.map((head, index) => `${head}${valueText(values[index]!)}}`).join(',');
    const subject = canonical(table.subjects[row]!);
    return `{"entries":[${entries}],"format":"meritscale/receipt/1","model":${model},"subject":${subject}}`;
  };
}

function valueText(value: Value): string {
  const shown = receiptValue(value);
  // Decimals need no escapes.
  return isRational(value) ? `"${String(shown)}"` : canonical(shown);
}
