import type { MissingReason, PayLine, PoolAmount } from '../../schemas/index.ts';
import { figuresByRow } from '../fast/figures-by-row.ts';
import type { Program } from '../model/compile.ts';
import { parseDecimal } from '../number/decimal.ts';
import { integer, type Rational } from '../number/rational.ts';
import { cellOf, numberColumn, type Column, type Table } from '../table.ts';
import { dividePool, type Division, type Member } from './divide-pool.ts';
import { figurePlaces, moneyPlaces } from './money.ts';
import { poolColumns } from './pool-columns.ts';
import { poolFigures } from './pool.ts';

const known = new WeakMap<Table, Map<string, Table>>();

/** The table with the columns of the program's pools; the same where there are none, or all are there already. */
export function withPools(program: Program, table: Table): Table {
  const pools = poolsOf(program).filter(({ line }) => !table.columns.has(poolColumns(line.id).part));
  if (pools.length === 0) return table;
  const programs = known.get(table) ?? new Map<string, Table>();
  known.set(table, programs);
  const before = programs.get(program.hash);
  if (before !== undefined) return before;
  // One after the other: the weight in a pool may be made from an earlier pool's part.
  const divided = pools.reduce((so, { line, amount }) => withPool(program, line, amount, so), table);
  programs.set(program.hash, divided);
  return divided;
}

function poolsOf({ model }: Program): { line: PayLine; amount: PoolAmount }[] {
  return (model.pay ?? []).flatMap((line) =>
    line.amount.kind === 'pool' ? [{ line, amount: line.amount }] : [],
  );
}

function withPool(program: Program, line: PayLine, pool: PoolAmount, table: Table): Table {
  const groups = new Map<string, { row: number; member: Member }[]>();
  for (const [row, member] of membersOf(program, line, pool, table).entries()) {
    const group = (pool.scope === 'team' ? textOf(table, 'team', row) : null) ?? '';
    const members = groups.get(group) ?? [];
    members.push({ row, member });
    groups.set(group, members);
  }
  const size = table.subjects.length;
  const rows: ({ division: Division; part: bigint } | undefined)[] = Array.from({ length: size });
  for (const members of groups.values()) {
    const division = dividePool(
      pool,
      members.map(({ member }) => member),
    );
    if (division === undefined) continue;
    for (const [index, { row }] of members.entries()) rows[row] = { division, part: division.parts[index]! };
  }
  const reasons = new Map(
    rows.flatMap((found, row): [number, MissingReason][] =>
      found === undefined ? [[row, 'poolUnknown']] : [],
    ),
  );
  const column = (cents: (found: { division: Division; part: bigint }) => bigint): Column =>
    numberColumn(
      rows.map((found) => (found === undefined ? null : { n: cents(found), d: 100n })),
      reasons,
    );
  const names = poolColumns(line.id);
  const columns: [string, Column][] = [
    [names.sum, column(({ division }) => division.sum)],
    [names.part, column(({ part }) => part)],
    [names.fund, column(({ division }) => division.fund)],
  ];
  return { subjects: table.subjects, columns: new Map([...table.columns, ...columns]) };
}

function membersOf(program: Program, line: PayLine, pool: PoolAmount, table: Table): Member[] {
  const names = poolFigures(`pay:${line.id}`);
  const step = (id: string) => program.steps.findIndex((item) => item.id === id);
  const [contribution, weight] = [step(names.contribution), step(names.weight)];
  const figuresOf = figuresByRow(program, table);
  return table.subjects.map((subject, row) => {
    const figures = figuresOf(row);
    const figure = (at: number, places: number): Rational | null => {
      const text = figures.fixed(at, places);
      return text === null ? null : parseDecimal(text)!;
    };
    return {
      subject,
      role: textOf(table, 'role', row),
      grade: figures.text(program.grade),
      contribution: contribution < 0 ? null : figure(contribution, moneyPlaces),
      weight: pool.weight === undefined ? integer(1) : figure(weight, figurePlaces),
    };
  });
}

function textOf(table: Table, column: string, row: number): string | null {
  const cell = cellOf(table, column, row);
  return typeof cell === 'string' ? cell : null;
}
