import { check, compile, evaluate, tableOf, type Program, type Table } from '../../engine/index.ts';
import type { Model, Result } from '../../schemas/index.ts';
import { checkedReceipts } from './receipts.ts';

export type Figures = Readonly<Record<string, unknown>>;

/** Compiles a model that must be without issues. */
export function compiled(model: Model): Program {
  const issues = check(model);
  if (issues.length > 0) throw new Error(JSON.stringify(issues));
  return compile(model);
}

/** The table of subjects s0, s1, … with these figures, all of which must be readable. */
export function tableFor(program: Program, figures: readonly Figures[]): Table {
  const rows = figures.map((item, index) => ({ subject: `s${index}`, figures: item }));
  const { table, issues } = tableOf(program.inputs, rows);
  if (issues.length > 0) throw new Error(JSON.stringify(issues));
  return table;
}

/** The results of subjects with these figures; every receipt goes through the stand-alone checker. */
export function resultsOf(model: Model, figures: readonly Figures[]): Result[] {
  const program = compiled(model);
  const table = tableFor(program, figures);
  checkedReceipts(program, table);
  return evaluate(program, table);
}
