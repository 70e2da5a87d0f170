import type { Result } from '../../schemas/index.ts';
import { evaluateRow } from '../evaluate.ts';
import { rowEvaluator } from '../fast/row-evaluator.ts';
import { figureText } from '../fast/units-text.ts';
import { inputsOf } from '../inputs.ts';
import { compile, type Program } from '../model/compile.ts';
import { withoutPay } from '../pay/without-pay.ts';
import { tableOf, type Table } from '../table.ts';

/** A figure of a subject that may be changed: whole units of 10^-places. */
export interface Movable {
  readonly measure: string;
  readonly units: number;
  readonly places: number;
}

/** What other figures a subject could have, by measure, in units. */
export type Changes = ReadonlyMap<Movable, number>;

/** Judges one subject with other figures. */
export interface Prober {
  readonly movables: readonly Movable[];
  /** How good the grade is that the subject has: 0 is the best; Infinity without one. */
  readonly rank: number;
  readonly composite: number | null;
  /** In short, by the fastest back end. */
  probe(changes: Changes): { readonly composite: number | null; readonly rank: number };
  /** In full, by the reference back end: what confirms a finding. */
  confirm(changes: Changes): Result;
}

/** Figures beyond this are left as they are: changing them by one unit is no longer exact. */
const largestUnits = 2 ** 50;

/** Undefined where the grade depends on others too: what one figure changes for oneself does not tell it then. */
export function proberOf(judging: Program, table: Table, row: number): Prober | undefined {
  if (judging.rank !== undefined) return undefined;
  const program = judging.pay === undefined ? judging : compile(withoutPay(judging.model));
  const { inputs } = inputsOf(program, table, row);
  const movables = program.inputs.flatMap(({ name }): Movable[] => {
    const column = table.columns.get(name);
    if (column?.kind !== 'number') return [];
    const units = column.units[row] ?? null;
    if (units === null || Math.abs(Number(units)) > largestUnits) return [];
    return [{ measure: name, units: Number(units), places: column.places }];
  });
  const places = Math.max(0, ...movables.map((movable) => movable.places));
  const { compact } = rowEvaluator(program, Math.min(places, usualPlaces));
  const figures = (changes: Changes) => ({
    ...inputs,
    ...Object.fromEntries(
      [...changes].map(([movable, units]) => [movable.measure, textOf(movable, units)] as const),
    ),
  });
  const rankOf = (grade: string | null) =>
    grade === null ? Number.POSITIVE_INFINITY : program.model.grades.findIndex(({ id }) => id === grade);
  const probe = (changes: Changes) => {
    const { composite, grade } = compact(figures(changes));
    return { composite, rank: rankOf(grade) };
  };
  return {
    ...probe(new Map()),
    movables,
    probe,
    confirm(changes) {
      const subject = table.subjects[row]!;
      const changed = tableOf(program.inputs, [{ subject, figures: figures(changes) }]);
      return evaluateRow(program, changed.table, 0);
    },
  };
}

/** Rows with more places are computed as exactly, but slower. */
const usualPlaces = 4;

/** So many units of a figure as a decimal. */
export function textOf({ places }: Movable, units: number): string {
  return figureText(units, places, places)!;
}
