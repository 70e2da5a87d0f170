import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { validateDataset } from '../../../schemas/index.ts';
import { generateDemo } from '../../../server/demo/generate.ts';

type Row = Readonly<Record<string, string>>;

const demo = generateDemo(1);
const rowsOf = (dataset: string) => parse(demo.get(dataset) ?? '', { columns: true }) as Row[];
const roster = rowsOf('roster');
const deals = rowsOf('deals');
const targets = rowsOf('targets');
const surveys = rowsOf('surveys');
const numbers = [...new Set(roster.map((row) => row['employee_no'] ?? ''))];
const lastQuarter = (day: string | undefined) =>
  day !== undefined && day >= '2026-07-01' && day <= '2026-09-30';

test('the same seed gives the same bytes', () => {
  expect([...generateDemo(1)]).toEqual([...demo]);
});

test('another seed gives other bytes, of everything that is drawn', () => {
  const other = generateDemo(2);
  const same = [...demo.keys()].filter((dataset) => other.get(dataset) === demo.get(dataset));
  expect(same).toEqual(['team_stages', 'targets']);
});

test('every dataset of the starter rules has rows that fit its definition', () => {
  const counts = [...demo.keys()].map((dataset) => [dataset, rowsOf(dataset).length]);
  console.log('rows of the demo company:', Object.fromEntries(counts));
  expect(demo.size).toBe(10);
  for (const id of demo.keys()) expectFits(id);
});

test('about sixty people in three offices of two stages, one of which has moved on', () => {
  expect(numbers).toHaveLength(60);
  expect(new Set(roster.map((row) => row['employee_name'])).size).toBe(60);
  expect(new Set(roster.map((row) => row['team']))).toEqual(new Set(['上海', '深圳', '成都']));
  const shenzhen = rowsOf('team_stages').filter((row) => row['team'] === '深圳');
  expect(shenzhen.map((row) => [row['stage'], row['from']])).toEqual([
    ['expansion', '2020-01-01'],
    ['mature', '2025-07-01'],
  ]);
});

test('some left, some came, some changed the team or the role', () => {
  const last = numbers.map((number) => roster.findLast((row) => row['employee_no'] === number));
  const first = numbers.map((number) => roster.find((row) => row['employee_no'] === number));
  const placements = (number: string) => roster.filter((row) => row['employee_no'] === number);
  const changed = (column: string) =>
    numbers.filter((number) => new Set(placements(number).map((row) => row[column])).size > 1);
  expect(last.filter((row) => row?.['to'] !== '').length).toBe(6);
  expect(first.filter((row) => (row?.['from'] ?? '') >= '2024-06-01').length).toBe(16);
  expect(changed('team')).toEqual(['E010', 'E025']);
  expect(changed('role')).toEqual(['E034', 'E047']);
});

test('nobody sells before being hired or after having left', () => {
  const stays = new Map(
    numbers.map((number) => [number, roster.filter((row) => row['employee_no'] === number)]),
  );
  for (const deal of deals.filter((row) => row['closed_on'] !== '')) {
    const day = deal['closed_on'] ?? '';
    const there = stays
      .get(deal['seller'] ?? '')
      ?.some((stay) => (stay['from'] ?? '') <= day && (stay['to'] === '' || day < (stay['to'] ?? '')));
    expect(there, deal['deal_id']).toBe(true);
  }
});

test('months of deals run from April 2024 to September 2026, with a quiet February and a busy December', () => {
  const won = deals.filter((row) => row['status'] === 'won');
  const amounts = new Map<string, number>();
  for (const { closed_on: day = '', amount } of won) {
    amounts.set(day.slice(0, 7), (amounts.get(day.slice(0, 7)) ?? 0) + Number(amount));
  }
  const months = [...amounts.keys()].toSorted();
  expect(months).toHaveLength(30);
  expect([months[0], months.at(-1)]).toEqual(['2024-04', '2026-09']);
  expect(amounts.get('2025-02')! * 1.5).toBeLessThan(amounts.get('2024-12')!);
});

test('targets are missing for some: no row in one quarter, empty amounts in some months', () => {
  const of = (seller: string, month: string) =>
    targets.filter((row) => row['seller'] === seller && row['month'] === month).map((row) => row['amount']);
  expect(of('E012', '2026-08-01')).toEqual([]);
  expect(of('E012', '2026-06-01')).toHaveLength(2);
  expect(of('E042', '2026-08-01')).toEqual(['', '']);
});

test('two sellers have no surveys in the last quarter, although one has sold', () => {
  const asked = new Set(surveys.filter((row) => lastQuarter(row['day'])).map((row) => row['seller']));
  expect(asked.has('E017') || asked.has('E036')).toBe(false);
  expect(wonOf('E036').length).toBeGreaterThan(0);
});

test('one seller won nothing in the last quarter, but lost and proposed', () => {
  expect(wonOf('E033')).toEqual([]);
  expect(
    deals.some(
      (row) => row['seller'] === 'E033' && row['status'] === 'lost' && lastQuarter(row['closed_on']),
    ),
  ).toBe(true);
  expect(rowsOf('proposals').some((row) => row['seller'] === 'E033' && lastQuarter(row['day']))).toBe(true);
  expect(wonOf('E034').length).toBeGreaterThan(0);
});

test('two people have figures that are the same to the last digit, with customers of their own', () => {
  const named = new Set(['employee_no', 'employee_name', 'seller', 'person', 'customer']);
  const figures = (dataset: string, number: string) =>
    rowsOf(dataset)
      .filter((row) => Object.values(row).includes(number))
      .map((row) => Object.entries(row).filter(([column]) => !named.has(column) && !column.endsWith('_id')));
  for (const dataset of demo.keys())
    expect(figures(dataset, 'E019'), dataset).toEqual(figures(dataset, 'E018'));
  const customers = (number: string) => wonOf(number).map((row) => row['customer']);
  expect(customers('E018').length).toBeGreaterThan(0);
  expect(customers('E018').filter((customer) => customers('E019').includes(customer))).toEqual([]);
});

test("one seller's customers pay half of what they owe, another's complaints all lie about", () => {
  const due = rowsOf('collections').filter((row) => row['seller'] === 'E004' && lastQuarter(row['due_on']));
  expect(due.length).toBeGreaterThan(0);
  for (const { receivable, collected } of due)
    expect(Number(collected) * 2).toBeCloseTo(Number(receivable), -1);
  const complaints = rowsOf('complaints').filter(
    (row) => row['seller'] === 'E028' && lastQuarter(row['day']),
  );
  expect(complaints.length).toBeGreaterThanOrEqual(3);
  for (const { hours_to_solve: hours } of complaints) expect(Number(hours)).toBeGreaterThan(24);
});

test('hours to solve are the time between the two instants', () => {
  for (const { opened_at: opened = '', solved_at: solved = '', hours_to_solve: hours } of rowsOf(
    'complaints',
  )) {
    const passed = (Date.parse(solved) - Date.parse(opened)) / 3_600_000;
    expect(Math.abs(passed - Number(hours))).toBeLessThanOrEqual(0.005_001);
  }
});

function wonOf(seller: string): Row[] {
  return deals.filter(
    (row) => row['seller'] === seller && row['status'] === 'won' && lastQuarter(row['closed_on']),
  );
}

/** Headers are column ids, keys are unique, cells are of their column's type and range, sellers are on the roster. */
function expectFits(id: string): void {
  const path = join(import.meta.dirname, `../../../rules/starter/datasets/${id}.dataset.json`);
  const dataset: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!validateDataset(dataset)) throw new Error(path);
  const rows = rowsOf(id);
  expect(rows.length, id).toBeGreaterThan(0);
  expect(Object.keys(rows[0] ?? {}), id).toEqual(dataset.columns.map((column) => column.id));
  const keys = rows.map((row) => dataset.key.map((column) => row[column]).join('|'));
  expect(new Set(keys).size, id).toBe(keys.length);
  for (const column of dataset.columns) {
    const cells = rows.map((row) => row[column.id] ?? '').filter((cell) => cell !== '');
    expect(cells.length, `${id} ${column.id}`).toBeGreaterThanOrEqual(column.required ? rows.length : 0);
    const odd = cells.filter((cell) => {
      if (column.type === 'choice') return !column.choices.some((choice) => choice.value === cell);
      if (column.type === 'date') return !/^\d{4}-\d\d-\d\d$/.test(cell);
      if (column.type === 'instant') return !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/.test(cell);
      if (column.type === 'person') return !/^E0\d\d$/.test(cell) || !numbers.includes(cell);
      if (column.type === 'text') return cell.trim() !== cell;
      const places = column.type === 'integer' ? 0 : column.places;
      const [, fraction = ''] = cell.split('.');
      const inRange =
        Number(cell) >= Number(column.min ?? cell) && Number(cell) <= Number(column.max ?? cell);
      return !/^-?\d+(\.\d+)?$/.test(cell) || fraction.length > places || !inRange;
    });
    expect(odd, `${id} ${column.id}`).toEqual([]);
  }
}
