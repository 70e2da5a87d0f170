import type { Dataset, Issue } from '../../schemas/index.ts';
import { longestName } from '../people/identifier.ts';
import type { NewPerson } from '../people/people.ts';
import type { StagedRow } from '../records/compare-rows.ts';
import { keyOf, longestKey } from '../records/revision.ts';
import { sorted } from '../records/values-hash.ts';
import type { CellProblem, CellReader } from './cells/cell.ts';
import { cellReader } from './cells/cell-reader.ts';
import { readIdentifier } from './cells/person.ts';
import { textReader } from './cells/text.ts';
import type { PlacedColumn } from './header.ts';
import type { PersonFinder } from './person-finder.ts';
import { shorten } from './shorten.ts';

/** A row that can be stored. */
export interface GoodRow extends StagedRow {
  readonly row: number;
  /** Whom the row registers, in a dataset that places people. */
  readonly newcomer: NewPerson | undefined;
}

/** Reads the rows of one file. */
export interface RowReader {
  /** Looks up the people of some rows; to be done before they are read. */
  prepare(records: readonly (readonly string[])[]): Promise<void>;
  read(record: readonly string[], row: number): GoodRow | readonly Issue[];
}

interface Cell extends PlacedColumn {
  readonly read: CellReader;
}

/** @param width how many cells the header has, and so every row. */
export function rowReader(
  { key, placement }: Dataset,
  placed: readonly PlacedColumn[],
  width: number,
  timeZone: string,
  finder: PersonFinder,
): RowReader {
  const roster = placement?.kind === 'peopleInTeams' ? placement : undefined;
  const cells = placed.map(({ column, ...place }): Cell => {
    if (column.id === roster?.personName)
      return { column, ...place, read: textReader({ maxLength: longestName }) };
    const registers = column.id === roster?.person;
    const personOf = (identifier: string) =>
      registers ? finder.placed(identifier) : finder.registered(identifier);
    return { column, ...place, read: cellReader(column, timeZone, personOf) };
  });
  // In the order in which values are hashed: so they need not be put in order row by row.
  const empty = sorted(Object.fromEntries(placed.map(({ column }) => [column.id, null])));
  const personCells = cells.filter(({ column }) => column.type === 'person');

  return {
    async prepare(records) {
      const known = new Set<string>();
      const placing = new Set<string>();
      for (const { column, cell } of personCells) {
        const identifiers = column.id === roster?.person ? placing : known;
        for (const record of records) {
          const identifier = readIdentifier(textAt(record, cell));
          if (typeof identifier === 'string' && identifier !== '') identifiers.add(identifier);
        }
      }
      if (known.size + placing.size > 0) await finder.prepare(known, placing);
    },
    read(record, row) {
      if (record.length !== width) {
        const params = { expected: width, actual: record.length };
        return [{ code: 'row.cellCount', severity: 'error', row, params }];
      }
      const values = { ...empty };
      const issues: Issue[] = [];
      for (const { column, cell, header, read } of cells) {
        const text = textAt(record, cell);
        const value = text === '' ? (column.required ? required : null) : read(text);
        if (value !== null && typeof value === 'object') issues.push(issueOf(value, row, header, text));
        else values[column.id] = value;
      }
      if (issues.length > 0) return issues;
      const rowKey = keyOf(key.map((id) => values[id]!));
      if (rowKey.length > longestKey) {
        return [{ code: 'row.keyTooLong', severity: 'error', row, params: { max: longestKey } }];
      }
      const person = roster === undefined ? null : values[roster.person]!;
      if (roster === undefined || person === null) return { row, key: rowKey, values, newcomer: undefined };

      const identifier = readIdentifier(
        textAt(record, cells.find(({ column }) => column.id === roster.person)!.cell),
      ) as string;
      const name = roster.personName === undefined ? null : values[roster.personName]!;
      // Names stand with the people only: what is written into records can never be erased.
      if (roster.personName !== undefined) values[roster.personName] = null;
      return { row, key: rowKey, values, newcomer: { id: person, identifier, name: name ?? identifier } };
    },
  };
}

const required: CellProblem = { code: 'cell.required' };

function textAt(record: readonly string[], cell: number | undefined): string {
  return cell === undefined ? '' : (record[cell] ?? '').trim();
}

function issueOf({ code, params }: CellProblem, row: number, column: string, text: string): Issue {
  return { code, severity: 'error', row, column, value: shorten(text), ...(params && { params }) };
}
