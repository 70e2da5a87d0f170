import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateDemo } from '../../server/demo/generate.ts';

/** The quarter that the large company has data of. */
export const largePeriod = '2026-Q3';

const dayColumns = ['month', 'closed_on', 'day', 'due_on'];
const personColumns = ['employee_no', 'seller', 'person'];
/** What a row is known by besides its person and day: made different in every copy. */
const keyColumns = ['deal_id', 'collection_id', 'survey_id', 'complaint_id', 'proposal_id'];

/**
 * Writes a company of as many people: copies of the demo company's, each with a number of its own, and their records of
 * one quarter.
 * @returns the files by dataset, in the order they are imported.
 */
export function writeLargeCompany(
  folder: string,
  people: number,
  datasets?: readonly string[],
): (readonly [dataset: string, path: string])[] {
  mkdirSync(folder, { recursive: true });
  const demo = [...generateDemo(42)].filter(
    ([id]) => datasets === undefined || ['roster', 'team_stages', ...datasets].includes(id),
  );
  const staff = new Set(employed(rowsOf(demo.find(([id]) => id === 'roster')![1])).map((row) => row[0]!));
  const copies = Math.ceil(people / staff.size);
  return demo.map(([id, csv]) => {
    const [header, ...rows] = rowsOf(csv);
    const kept = id === 'roster' ? employed([header!, ...rows]) : rows.filter((row) => counts(header!, row));
    const lines = [header!.join(',')];
    if (id === 'team_stages') lines.push(...rows.map((row) => row.join(',')));
    else
      for (let copy = 0; copy < copies; copy += 1)
        lines.push(...kept.flatMap((row) => copied(header!, row, copy)));
    const path = join(folder, `${id}.csv`);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return [id, path] as const;
  });

  function copied(header: readonly string[], row: readonly string[], copy: number): string[] {
    const person = row[header.findIndex((name) => personColumns.includes(name))]!;
    // The last copy is cut off, so that there are no more people than asked for.
    if (!staff.has(person) || copy * staff.size + [...staff].indexOf(person) >= people) return [];
    const marked = (name: string) => personColumns.includes(name) || keyColumns.includes(name);
    return [row.map((cell, at) => (marked(header[at]!) && cell !== '' ? `${cell}-${copy}` : cell)).join(',')];
  }
}

function rowsOf(csv: string): string[][] {
  const lines = csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  if (lines.some((line) => line.includes('"'))) throw new Error('a quoted cell');
  return lines.map((line) => line.split(','));
}

/** The rows of those who are there on the quarter's last day, one each. */
function employed([header, ...rows]: string[][]): string[][] {
  const [from, to] = ['from', 'to'].map((name) => header!.indexOf(name)) as [number, number];
  return rows.filter((row) => row[from]! <= '2026-09-30' && (row[to] === '' || row[to]! > '2026-09-30'));
}

function counts(header: readonly string[], row: readonly string[]): boolean {
  const days = dayColumns.flatMap((name) => (header.includes(name) ? [row[header.indexOf(name)]!] : []));
  return days.length === 0 || days.some((day) => day >= '2026-07-01' && day <= '2026-09-30');
}
