import type { Column, Issue } from '../../schemas/index.ts';
import { headersOf, normalHeader } from '../datasets/headers.ts';
import { shorten } from './shorten.ts';

/** A column and the cell of a row it is read from. */
export interface PlacedColumn {
  readonly column: Column;
  /** Undefined where the file does not have the column: then it is empty in every row. */
  readonly cell: number | undefined;
  /** The header as the file writes it, else the column's id. */
  readonly header: string;
}

/** Finds a dataset's columns in a file's first row: as the mapping says, else by the names they may have. */
export function matchHeader(
  columns: readonly Column[],
  cells: readonly string[],
  mapping?: Readonly<Record<string, string>>,
): { placed: PlacedColumn[]; issues: Issue[] } {
  const byHeader = new Map(
    columns.flatMap((column) => namesOf(column, mapping).map((header) => [header, column] as const)),
  );
  const found = new Map<Column, number>();
  const issues: Issue[] = [];
  for (const [cell, text] of cells.entries()) {
    const header = normalHeader(text);
    const column = byHeader.get(header);
    const where = { row: 1, column: shorten(header) };
    if (column === undefined) {
      issues.push({ code: 'header.unknown', severity: 'warning', ...where, params: { position: cell + 1 } });
    } else if (found.has(column)) {
      issues.push({ code: 'header.duplicate', severity: 'error', ...where, params: { column: column.id } });
    } else {
      found.set(column, cell);
    }
  }
  const placed = columns.map((column) => {
    const cell = found.get(column);
    if (cell === undefined && column.required) {
      issues.push({ code: 'header.missing', severity: 'error', row: 1, params: { column: column.id } });
    }
    return { column, cell, header: cell === undefined ? column.id : shorten(normalHeader(cells[cell]!)) };
  });
  return { placed, issues };
}

function namesOf(column: Column, mapping: Readonly<Record<string, string>> | undefined): string[] {
  if (mapping === undefined) return headersOf(column).map(({ header }) => header);
  return Object.hasOwn(mapping, column.id) ? [normalHeader(mapping[column.id]!)] : [];
}
