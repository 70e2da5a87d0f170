import type { Column, DataRecord, Dataset } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import type { Days } from '../period/period.ts';
import type { Value } from '../program/operations.ts';
import { elapsed } from './elapsed.ts';
import type { RecordMeasure } from './kinds.ts';

export type Columns = ReadonlyMap<string, Column>;
export type CellReader = (column: string) => Value;
/** The cells of a record that it does not have itself. */
export type Computed = ReadonlyMap<string, (record: DataRecord) => Value>;

/** The columns that a measure computes. */
export function computedOf({ computed = [] }: RecordMeasure, columns: Columns, days: Days): Computed {
  return new Map(
    computed.map((column) => [
      column.id,
      elapsed(column, columns.get(column.from)?.type === 'instant', days),
    ]),
  );
}

/** A dataset's columns by id. */
export function columnsById({ columns }: Dataset): Columns {
  return new Map(columns.map((column) => [column.id, column]));
}

/** Reads a record's cells, those of numbers as numbers. */
export function cellReader(columns: Columns, computed: Computed, record: DataRecord): CellReader {
  return (column) =>
    computed.get(column)?.(record) ?? valueOf(columns.get(column), record.values[column] ?? null);
}

function valueOf(column: Column | undefined, cell: string | null): Value {
  if (cell === null) return null;
  return column?.type === 'decimal' || column?.type === 'integer' ? (parseDecimal(cell) ?? null) : cell;
}
