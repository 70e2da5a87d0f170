import type { Issue, MissingReason } from '../schemas/index.ts';
import { parseDecimal } from './number/decimal.ts';
import { powerOfTen, type Rational } from './number/rational.ts';
import type { Value } from './program/operations.ts';

/** One figure per subject, as whole units of 10^-places; where the unit is null the figure is missing. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly places: number;
  readonly units: readonly (bigint | null)[];
  /** Why a figure is missing, by row, where it is not notSupplied. */
  readonly reasons: ReadonlyMap<number, MissingReason>;
}

/** One text per subject, null where there is none. */
export interface TextColumn {
  readonly kind: 'text';
  readonly values: readonly (string | null)[];
}

export type Column = NumberColumn | TextColumn;

/** What is evaluated: subjects, and by name the columns that a program asks for. */
export interface Table {
  readonly subjects: readonly string[];
  readonly columns: ReadonlyMap<string, Column>;
}

/** A column that a program asks for. */
export interface Input {
  readonly name: string;
  readonly kind: Column['kind'];
  /** Made by the engine from the other columns of everybody: never read from outside. */
  readonly derived?: boolean;
}

/** One subject with figures and attributes by name, as they come from a file. */
export interface SubjectRow {
  readonly subject: string;
  readonly figures: Readonly<Record<string, unknown>>;
}

/** The cell of a column; an absent column is missing for everyone. */
export function cellOf(table: Table, name: string, row: number): Value {
  const column = table.columns.get(name);
  if (column === undefined) return null;
  if (column.kind === 'text') return column.values[row] ?? null;
  const units = column.units[row] ?? null;
  return units === null ? null : { n: units, d: powerOfTen(column.places) };
}

/** Why a cell is missing. */
export function reasonOf(table: Table, name: string, row: number): MissingReason {
  const column = table.columns.get(name);
  return (column?.kind === 'number' && column.reasons.get(row)) || 'notSupplied';
}

/** A column of exact decimals, at the most places that one of them has. The denominators are powers of ten. */
export function numberColumn(
  figures: readonly (Rational | null)[],
  reasons: ReadonlyMap<number, MissingReason> = new Map(),
): NumberColumn {
  let scale = 1n;
  for (const figure of figures) if (figure !== null && figure.d > scale) scale = figure.d;
  const units = figures.map((figure) => (figure === null ? null : (figure.n * scale) / figure.d));
  return { kind: 'number', places: scale.toString().length - 1, units, reasons };
}

/**
 * The table of rows read from a file. Figures are decimal strings or JSON numbers; blank, null and absent are missing.
 * @returns with an issue, pointing into the list of rows, for every figure that cannot be read; none of those is guessed.
 */
export function tableOf(
  inputs: readonly Input[],
  rows: readonly SubjectRow[],
): { table: Table; issues: Issue[] } {
  const issues: Issue[] = [];
  const columns = new Map<string, Column>();
  for (const { name, kind, derived = false } of inputs) {
    if (derived) continue;
    const cells = rows.map(({ figures }) => (Object.hasOwn(figures, name) ? figures[name] : null));
    const bad = (row: number): null => {
      issues.push({
        code: kind === 'number' ? 'figure.notDecimal' : 'figure.notText',
        severity: 'error',
        pointer: `/${row}/${name}`,
        value: String(cells[row]).slice(0, 60),
        params: { subject: rows[row]!.subject, name },
      });
      return null;
    };
    columns.set(
      name,
      kind === 'number'
        ? numberColumn(cells.map((cell, row) => (isBlank(cell) ? null : (decimalOf(cell) ?? bad(row)))))
        : {
            kind,
            values: cells.map((cell, row) =>
              isBlank(cell) ? null : typeof cell === 'string' ? cell : bad(row),
            ),
          },
    );
  }
  return { table: { subjects: rows.map((row) => row.subject), columns }, issues };
}

function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

const inputPattern = /^-?\d{1,15}(\.\d{1,10})?$/;

function decimalOf(cell: unknown): Rational | undefined {
  const text = typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? String(cell) : '';
  return inputPattern.test(text) ? parseDecimal(text) : undefined;
}
