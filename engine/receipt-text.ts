import { canonical } from './document/hash.ts';
import { headOf, type StepValue } from './explain.ts';
import type { Program } from './model/compile.ts';

/**
 * Writes receipts in RFC 8785 form, `canonical(explain(program, table, row))`, without making them: all but the values
 * is the same in every receipt of a program and written once. For runs, which want the hash of a million of them.
 */
export function receiptWriter(program: Program): ReceiptWriter {
  const writer = writers.get(program) ?? writerOf(program);
  writers.set(program, writer);
  return writer;
}

type ReceiptWriter = (subject: string, valueOf: StepValue) => string;
const writers = new WeakMap<Program, ReceiptWriter>();

function writerOf(program: Program): ReceiptWriter {
  // "value" is the last of an entry's keys in their order.
  const heads = program.steps.map(
    (step) => `${canonical(headOf(step, program.steps)).slice(0, -1)},"value":`,
  );
  const model = canonical(program.hash);
  return (subject, valueOf) => {
    const entries = heads.map((head, step) => `${head}${valueText(valueOf(step))}}`).join(',');
    return `{"entries":[${entries}],"format":"meritscale/receipt/1","model":${model},"subject":${canonical(subject)}}`;
  };
}

function valueText(value: string | boolean | null): string {
  if (typeof value !== 'string') return String(value);
  // Decimals need no escapes.
  return value.startsWith("'") ? canonical(value) : `"${value}"`;
}
