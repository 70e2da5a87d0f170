import type { Column, Table } from '../table.ts';

/** A table of these rows of it, in this order. */
export function rowsOfTable(table: Table, rows: readonly number[]): Table {
  if (rows.length === table.subjects.length && rows.every((row, index) => row === index)) return table;
  const columns = new Map([...table.columns].map(([name, column]) => [name, ofRows(column, rows)]));
  return { subjects: rows.map((row) => table.subjects[row]!), columns };
}

function ofRows(column: Column, rows: readonly number[]): Column {
  if (column.kind === 'text') return { kind: 'text', values: rows.map((row) => column.values[row] ?? null) };
  const reasons = new Map(
    rows.flatMap((row, index) => {
      const reason = column.reasons.get(row);
      return reason === undefined ? [] : [[index, reason] as const];
    }),
  );
  return { ...column, units: rows.map((row) => column.units[row] ?? null), reasons };
}

/** Two tables of the same people as one: the figures of the first, but those that the second alone has, and these. */
export function bothTables(before: Table, after: Table, ofAfter: ReadonlySet<string>): Table {
  const columns = new Map(before.columns);
  for (const [name, column] of after.columns) {
    if (!columns.has(name) || ofAfter.has(name)) columns.set(name, column);
  }
  return { subjects: before.subjects, columns };
}
