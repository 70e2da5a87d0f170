import type { Column, Dataset, Issue, Placement } from '../../schemas/index.ts';
import { errorAt } from './issue-at.ts';

type ColumnType = Column['type'];

/** What the columns a placement names must be. */
const textual: readonly ColumnType[] = ['text', 'choice'];
const expected: Readonly<Record<string, readonly ColumnType[]>> = {
  person: ['person'],
  team: textual,
  stage: textual,
  role: textual,
  personName: ['text'],
  from: ['date'],
  to: ['date'],
};

/** The columns a placement names exist and are of the right types. */
export function placementIssues({ placement, columns }: Dataset): Issue[] {
  if (placement === undefined) return [];
  return columnsOf(placement).flatMap(([part, id]) => {
    const pointer = `/placement/${part}`;
    const column = columns.find((candidate) => candidate.id === id);
    if (column === undefined) return [errorAt('dataset.unknownColumn', pointer, { column: id })];
    const types = expected[part]!;
    if (types.includes(column.type)) return [];
    const params = { column: id, expected: types.join(', '), actual: column.type };
    return [errorAt('dataset.columnType', pointer, params)];
  });
}

function columnsOf({ kind: _, ...columns }: Placement): [string, string][] {
  return Object.entries(columns);
}
