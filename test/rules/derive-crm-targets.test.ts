import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const tool = join(import.meta.dirname, '../../tools/derive-crm-targets.mjs');
const fixture = join(import.meta.dirname, '../fixtures/crm');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'crm-targets-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function derive(pipeline: string, teams: string): string[] {
  const targets = join(folder, 'targets.csv');
  execFileSync(process.execPath, [tool, pipeline, teams, targets], { stdio: 'pipe' });
  return readFileSync(targets, 'utf8').trimEnd().split('\n');
}

function file(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\r\n')}\r\n`);
  return path;
}

const teams = [
  'sales_agent,manager,regional_office',
  'Ann,M,North',
  '"Bo, Jr.",M,North',
  'Cy,M,North',
  'Di,N,South',
];
const header = 'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value';

test('a target is what the office won in the month over its sellers, rounded half-up to cents', () => {
  const pipeline = file(
    'pipeline.csv',
    header,
    '1,Ann,P,"A ""x"", Inc",Won,2017-01-01,2017-03-05,100',
    '2,"Bo, Jr.",P,,Won,2017-01-01,2017-03-31,0.01',
    '3,Ann,P,,Lost,2017-01-01,2017-03-06,0',
    '4,Cy,P,,Won,2017-01-01,2017-04-30,0.05',
    '5,Ann,P,,Engaging,2017-01-01,,',
    '6,Di,P,,Lost,2017-01-01,2017-05-02,0',
  );
  // March: 100.01 / 3 = 33.336…; April: 0.05 / 3 = 0.016…
  expect(derive(pipeline, file('teams.csv', ...teams))).toEqual([
    'sales_agent,month,amount',
    ...['Ann', '"Bo, Jr."', 'Cy'].flatMap((seller) => [
      `${seller},2017-03-01,33.34`,
      `${seller},2017-04-01,0.02`,
      `${seller},2017-05-01,0.00`,
    ]),
    'Di,2017-03-01,0.00',
    'Di,2017-04-01,0.00',
    'Di,2017-05-01,0.00',
  ]);
});

test('a half cent goes up', () => {
  const pipeline = file('half.csv', header, '1,Ann,P,,Won,2017-01-01,2017-03-05,0.05');
  const two = file('two.csv', teams[0]!, 'Ann,M,North', 'Cy,M,North');
  expect(derive(pipeline, two)).toContain('Ann,2017-03-01,0.03');
});

test('a seller whom the teams do not have is an error', () => {
  const pipeline = file('stranger.csv', header, '1,Eve,P,,Won,2017-01-01,2017-03-05,5');
  expect(() => derive(pipeline, file('teams.csv', ...teams))).toThrow(/not in the teams: Eve/);
});

test('of the CRM fixture every seller has a target a month, those who sold nothing too', () => {
  const lines = derive(join(fixture, 'sales_pipeline.csv'), join(fixture, 'sales_teams.csv')).slice(1);
  console.log(`targets derived from the fixture: ${lines.length}`);
  expect(lines).toHaveLength(10 * 6);
  // Central, April: 994 + 6022 + 484 + 620 + 573 + 520 + 3121 + 1109 + 562 = 14005, over four sellers.
  expect(lines.filter((line) => line.includes('2017-04-01')).slice(0, 4)).toEqual(
    ['Adela Quist', 'Bruno Castellane', 'Corin Ashby-Lund', 'Dagny Oakes'].map(
      (seller) => `${seller},2017-04-01,3501.25`,
    ),
  );
});
