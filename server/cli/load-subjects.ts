import { extname } from 'node:path';
import { tableOf, type Input, type Program, type Table } from '../../engine/index.ts';
import { attributes } from '../../engine/model/names.ts';
import type { Issue } from '../../schemas/index.ts';
import { readSubjects } from '../files/read-subjects.ts';
import { readable } from './command.ts';

/** Costs are told by team, whether or not the model asks for teams. */
const team: Input = { name: 'team', kind: 'text' };

/** A subjects file as the columns that a program asks for, and what is remarkable about it. */
export async function loadSubjects(
  path: string,
  program: Program,
): Promise<{ table: Table; issues: Issue[] }> {
  const { rows, issues } = await readable(path, readSubjects(path));
  const inputs = program.inputs.some(({ name }) => name === team.name)
    ? program.inputs
    : [...program.inputs, team];
  const { table, issues: figureIssues } = tableOf(inputs, rows);
  const isCsv = extname(path).toLowerCase() === '.csv';
  return {
    table,
    issues: [
      ...issues,
      ...columnIssues(program, new Set(rows.flatMap(({ figures }) => Object.keys(figures))), rows.length > 0),
      ...figureIssues.map((issue) => (isCsv ? inCsv(issue) : issue)),
    ],
  };
}

/** A column nobody reads, and a measure nobody gives, are often one misspelt name. */
function columnIssues({ model, inputs }: Program, given: ReadonlySet<string>, any: boolean): Issue[] {
  if (!any) return [];
  const known = new Set<string>([...attributes, ...model.measures.map(({ id }) => id)]);
  const warning = (code: string, column: string): Issue => ({
    code,
    severity: 'warning',
    column,
    params: { column },
  });
  return [
    ...[...given].filter((name) => !known.has(name)).map((name) => warning('subjects.unknownColumn', name)),
    ...inputs
      .filter(({ name, kind }) => kind === 'number' && !given.has(name))
      .map(({ name }) => warning('subjects.missingColumn', name)),
  ];
}

/** Row and column as a spreadsheet counts them: the header is row 1. */
function inCsv(issue: Issue): Issue {
  const [, row, column] = (issue.pointer ?? '').split('/');
  return { ...issue, row: Number(row) + 2, column: column ?? '' };
}
