import type { Ranking } from '../../schemas/index.ts';
import { figuresByRow } from '../fast/figures-by-row.ts';
import type { Program } from '../model/compile.ts';
import { parseDecimal } from '../number/decimal.ts';
import { integer } from '../number/rational.ts';
import { cellOf, numberColumn, type Column, type Table } from '../table.ts';
import { rankingColumns } from './columns.ts';
import { rank, type Ranked, type Standing } from './rank.ts';

const known = new WeakMap<Table, Map<string, Table>>();

/**
 * The table with the columns that the program's ranking makes of it; the same table where the model ranks nobody, or
 * the columns are there already, as in the inputs that a result keeps.
 */
export function withRanks(program: Program, table: Table): Table {
  const { ranking } = program.model;
  if (ranking === undefined || table.columns.has(rankingColumns.grade)) return table;
  const programs = known.get(table) ?? new Map<string, Table>();
  known.set(table, programs);
  const before = programs.get(program.hash);
  if (before !== undefined) return before;
  const ranked = rankTable(program, ranking, table);
  programs.set(program.hash, ranked);
  return ranked;
}

function rankTable(program: Program, ranking: Ranking, table: Table): Table {
  const groups = new Map<string, { row: number; ranked: Ranked }[]>();
  const breakers = (ranking.tieBreakers ?? []).map((id) =>
    program.metrics.find((metric) => metric.id === id)!,
  );
  const figuresOf = figuresByRow(program, table);
  for (const [row, subject] of table.subjects.entries()) {
    const figures = figuresOf(row);
    const text = figures.fixed(program.composite, program.compositePlaces);
    if (text === null) continue;
    const tieBreakers = breakers.map(({ score, places }) => {
      const figure = figures.fixed(score, places.score);
      return figure === null ? null : parseDecimal(figure)!;
    });
    const group = groupOf(ranking, table, row);
    const members = groups.get(group) ?? [];
    members.push({ row, ranked: { subject, composite: parseDecimal(text)!, tieBreakers } });
    groups.set(group, members);
  }
  const standings: (Standing | undefined)[] = Array.from({ length: table.subjects.length });
  for (const members of groups.values()) {
    if (members.length < ranking.smallestGroup) continue;
    const ranked = rank(
      ranking,
      members.map((member) => member.ranked),
    );
    for (const [index, { row }] of members.entries()) standings[row] = ranked[index]!;
  }
  const numbers = (of: (standing: Standing) => Parameters<typeof numberColumn>[0][number]) =>
    numberColumn(standings.map((standing) => (standing === undefined ? null : of(standing))));
  const columns: [string, Column][] = [
    [rankingColumns.grade, { kind: 'text', values: standings.map((standing) => standing?.grade ?? null) }],
    [rankingColumns.position, numbers(({ position }) => integer(position))],
    [rankingColumns.of, numbers(({ of }) => integer(of))],
    [rankingColumns.toNext, numbers(({ toNext }) => toNext)],
    [rankingColumns.margin, numbers(({ margin }) => margin)],
  ];
  return { subjects: table.subjects, columns: new Map([...table.columns, ...columns]) };
}

function groupOf({ scope }: Ranking, table: Table, row: number): string {
  if (scope === 'model') return '';
  const cell = cellOf(table, scope, row);
  return typeof cell === 'string' ? cell : '';
}
