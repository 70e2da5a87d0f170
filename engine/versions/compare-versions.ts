import type { Model, Result } from '../../schemas/index.ts';
import { evaluateBy } from '../fast/evaluate-table.ts';
import { compile } from '../model/compile.ts';
import { formatFixed, parseDecimal } from '../number/decimal.ts';
import { add, subtract, zero, type Rational } from '../number/rational.ts';
import { moneyPlaces } from '../pay/money.ts';
import type { Table } from '../table.ts';
import { rowsOfTable } from './both-tables.ts';

/** A version of a model with the people it judges, and their figures. */
export interface VersionOf {
  readonly model: Model;
  readonly table: Table;
}

/** What two versions say of one subject; null where the version does not judge it. */
export interface Movement {
  readonly subject: string;
  readonly team: string | null;
  readonly before: Result | null;
  readonly after: Result | null;
  readonly move: GradeMove;
  /** Composite after less before, exact; null where one is missing. */
  readonly delta: string | null;
  /** The same of what is paid in all; null where one of the versions pays nothing or cannot tell. */
  readonly payDelta: string | null;
}

export type GradeMove = 'up' | 'down' | 'same' | 'none';

/** How many went from one grade to another; null: no grade, or not judged. */
export interface GradeCell {
  readonly before: string | null;
  readonly after: string | null;
  readonly count: number;
}

/** What a group of people costs by two versions, in money. Who has no total counts as nothing, and is counted. */
export interface Cost {
  readonly team: string | null;
  readonly subjects: number;
  readonly before: string;
  readonly after: string;
  readonly delta: string;
  /** Totals that are missing, by either version. */
  readonly missing: number;
}

export interface VersionsCompared {
  /** Of everybody, in the order of the table before; those who joined stand last. */
  readonly movements: readonly Movement[];
  /** By grade before, then after, in the order of the models' grades. */
  readonly matrix: readonly GradeCell[];
  /** By team, in the order of their names; undefined where neither version pays anything. */
  readonly cost: { readonly all: Cost; readonly teams: readonly Cost[] } | undefined;
  /** Who is judged by both, in the order of both tables: what shares are told of. */
  readonly common: { readonly before: Table; readonly after: Table };
}

/** Judges the same people by two versions of a model without errors by `check`, and puts side by side what they say. */
export function compareVersions(before: VersionOf, after: VersionOf): VersionsCompared {
  const [from, to] = [resultsOf(before), resultsOf(after)];
  const [fromRows, toRows] = [rowsOf(before.table), rowsOf(after.table)];
  const grades = [...before.model.grades, ...after.model.grades].map(({ id }) => id);
  const subjects = [
    ...before.table.subjects,
    ...after.table.subjects.filter((subject) => !fromRows.has(subject)),
  ];
  const movements = subjects.map((subject): Movement => {
    const [a, b] = [fromRows.get(subject), toRows.get(subject)];
    const result = { before: a === undefined ? null : from[a]!, after: b === undefined ? null : to[b]! };
    return {
      subject,
      team: b === undefined ? teamOf(before.table, a!) : teamOf(after.table, b),
      ...result,
      move: moveOf(before.model, after.model, result),
      delta: difference(result.before?.composite, result.after?.composite),
      payDelta: difference(result.before?.pay?.total, result.after?.pay?.total),
    };
  });
  const both = before.table.subjects.filter((subject) => toRows.has(subject));
  return {
    movements,
    matrix: matrixOf(movements, grades),
    cost: before.model.pay === undefined && after.model.pay === undefined ? undefined : costOf(movements),
    common: {
      before: rowsOfTable(
        before.table,
        both.map((subject) => fromRows.get(subject)!),
      ),
      after: rowsOfTable(
        after.table,
        both.map((subject) => toRows.get(subject)!),
      ),
    },
  };
}

/** Whether anything that counts is another: composite, grade, status, actions or pay. */
export function isMoved({ before, after }: Pick<Movement, 'before' | 'after'>): boolean {
  if (before === null || after === null) return true;
  const short = ({ composite, grade, status, actions, pay }: Result) =>
    JSON.stringify([composite, grade, status, actions.map(({ rule }) => rule), pay?.total]);
  return short(before) !== short(after);
}

function resultsOf({ model, table }: VersionOf): Result[] {
  return evaluateBy('columns', compile(model), table);
}

function rowsOf(table: Table): ReadonlyMap<string, number> {
  return new Map(table.subjects.map((subject, row) => [subject, row]));
}

function teamOf(table: Table, row: number): string | null {
  const column = table.columns.get('team');
  return column?.kind === 'text' ? (column.values[row] ?? null) : null;
}

function moveOf(
  modelBefore: Model,
  modelAfter: Model,
  { before, after }: Pick<Movement, 'before' | 'after'>,
): GradeMove {
  const [from, to] = [rankOf(modelBefore, before), rankOf(modelAfter, after)];
  if (from === -1 || to === -1) return 'none';
  // Two versions may name other grades: then the place among them tells nothing.
  if (before!.grade === after!.grade) return 'same';
  const shared = modelAfter.grades.findIndex(({ id }) => id === before!.grade);
  const place = shared === -1 ? from : shared;
  return to < place ? 'up' : to > place ? 'down' : 'same';
}

function rankOf({ grades }: Model, result: Result | null): number {
  return result === null ? -1 : grades.findIndex(({ id }) => id === result.grade);
}

function matrixOf(movements: readonly Movement[], grades: readonly string[]): GradeCell[] {
  const cells = new Map<string, { before: string | null; after: string | null; count: number }>();
  for (const { before, after } of movements) {
    const cell = { before: before?.grade ?? null, after: after?.grade ?? null };
    const key = JSON.stringify(cell);
    const known = cells.get(key);
    if (known === undefined) cells.set(key, { ...cell, count: 1 });
    else known.count += 1;
  }
  const place = (grade: string | null) => (grade === null ? grades.length : grades.indexOf(grade));
  return [...cells.values()].toSorted(
    (a, b) => place(a.before) - place(b.before) || place(a.after) - place(b.after),
  );
}

function costOf(movements: readonly Movement[]): { readonly all: Cost; readonly teams: readonly Cost[] } {
  const teams = new Map<string | null, Movement[]>();
  for (const movement of movements) {
    const own = teams.get(movement.team);
    if (own === undefined) teams.set(movement.team, [movement]);
    else own.push(movement);
  }
  const sorted = [...teams].toSorted(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1));
  return { all: costOfThese(null, movements), teams: sorted.map(([team, own]) => costOfThese(team, own)) };
}

function costOfThese(team: string | null, movements: readonly Movement[]): Cost {
  let [before, after, missing] = [zero, zero, 0];
  for (const movement of movements) {
    const totals = [movement.before, movement.after].map((result) => totalOf(result));
    before = add(before, totals[0] ?? zero);
    after = add(after, totals[1] ?? zero);
    if (totals.includes(undefined)) missing += 1;
  }
  const money = (value: Rational) => formatFixed(value, moneyPlaces);
  const delta = money(subtract(after, before));
  return { team, subjects: movements.length, before: money(before), after: money(after), delta, missing };
}

/** Nothing for who is not judged, or is paid nothing by the model; undefined where the total is missing. */
function totalOf(result: Result | null): Rational | undefined {
  if (result?.pay === undefined) return zero;
  return result.pay.total === null ? undefined : parseDecimal(result.pay.total);
}

function difference(from: string | null | undefined, to: string | null | undefined): string | null {
  if (from === null || from === undefined || to === null || to === undefined) return null;
  const places = Math.max(...[from, to].map((text) => (text.split('.')[1] ?? '').length));
  return formatFixed(subtract(parseDecimal(to)!, parseDecimal(from)!), places);
}
