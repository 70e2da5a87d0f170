import { compile, explain, hashOf, type Column, type Input, type Table } from '../../engine/index.ts';
import { parseDecimal } from '../../engine/number/decimal.ts';
import { numberColumn } from '../../engine/table.ts';
import type { Receipt, Statement } from '../../schemas/index.ts';

/** What came of computing a statement again. */
export interface Recomputed {
  readonly same: boolean;
  /** Hash of the receipt as it comes out here. */
  readonly hash: string;
  readonly steps: number;
  /** The first step that comes out otherwise. */
  readonly differs: string | undefined;
}

/**
 * Computes a statement again from nothing but its model and the figures that were given: the receipt must come out with
 * the same bytes, so with the same hash.
 */
export function recompute({ model, receipt, receiptHash, payHidden }: Statement): Recomputed {
  const program = compile(model);
  const whole = explain(program, givenTable(program.inputs, receipt), 0);
  const again = payHidden ? { ...whole, entries: whole.entries.slice(0, program.pay?.first) } : whole;
  const hash = hashOf(again);
  const differs = again.entries.find(
    (entry, index) => hashOf(entry) !== hashOf(receipt.entries[index] ?? null),
  );
  return { same: hash === receiptHash, hash, steps: again.entries.length, differs: differs?.id };
}

/** The table of one row that the receipt's given figures make. */
function givenTable(inputs: readonly Input[], { subject, entries }: Receipt): Table {
  const given = new Map(
    entries.flatMap(({ op, args: [kind, name], value }) =>
      op === 'given' && kind === 'column' ? [[String(name), value] as const] : [],
    ),
  );
  const columns = inputs.map(({ name, kind }): [string, Column] => {
    const value = given.get(name);
    const text = typeof value === 'string' ? value : null;
    if (kind === 'text') return [name, { kind, values: [text === null ? null : text.replace(/^'/, '')] }];
    return [name, numberColumn([text === null ? null : (parseDecimal(text) ?? null)])];
  });
  return { subjects: [subject], columns: new Map(columns) };
}
