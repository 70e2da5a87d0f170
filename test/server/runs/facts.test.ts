import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certify } from '../../../engine/certificate/certify.ts';
import { compile, evaluateBy } from '../../../engine/index.ts';
import type { Aggregate, Measure, Model, Run } from '../../../schemas/index.ts';
import { checkReceipt } from '../../../tools/check-receipt.mjs';
import { adoptModel } from '../../../server/models/published.ts';
import { compareRuns } from '../../../server/runs/compare.ts';
import { lockRun } from '../../../server/runs/lock.ts';
import { receiptsOfRun } from '../../../server/runs/receipts.ts';
import { runPeriod } from '../../../server/runs/run.ts';
import { storedTable } from '../../../server/runs/stored-table.ts';
import { resultsOfRun } from '../../../server/runs/stored-results.ts';
import { verifyRun } from '../../../server/runs/verify.ts';
import { openSmallCompany, period, type SmallCompany } from '../../support/small-company.ts';
import { importRows } from './demo-changes.ts';

const name = { zh: '名', en: 'Name' };
const measure = (id: string, aggregate: object, more: Partial<Measure> = {}): Measure => ({
  id,
  name,
  aggregate: aggregate as Aggregate,
  ...more,
});

/** A model whose metrics are measures as they are, equally weighed. */
function modelOf(key: string, measures: Measure[], shown: string[], more: Partial<Model> = {}): Model {
  return {
    format: 'meritscale/model/1',
    key,
    name,
    subject: 'team',
    stage: 'mature',
    cadence: 'quarter',
    measures,
    groups: [{ id: 'all', name }],
    metrics: shown.map((id) => ({
      id: `of_${id}`,
      name,
      group: 'all',
      weight: 100 / shown.length,
      formula: id,
      direction: 'higherIsBetter',
      scoring: { kind: 'asIs' },
      whenMissing: 'exclude',
    })),
    grades: [{ id: 'any', name }],
    bands: [{ grade: 'any' }],
    ...more,
  };
}

const won = { all: [{ fact: 'status', operator: 'equal', value: 'won' }] };
const deals = { dataset: 'deals', date: 'closed_on', column: 'amount', where: won };
const sales = { kind: 'sum', ...deals, subject: 'seller', whenEmpty: 'missing' };
const teamModel = (stage: string) =>
  modelOf(
    `team_${stage}`,
    [
      measure('member_sales', sales, { about: 'person' }),
      measure(
        'member_composite',
        { kind: 'result', figure: { kind: 'composite' }, over: { kind: 'thisRun' } },
        { about: 'person' },
      ),
      measure('sales', {
        kind: 'members',
        measure: 'member_sales',
        take: { kind: 'sum' },
        whenMissing: 'skip',
      }),
      measure('composite_mean', {
        kind: 'members',
        measure: 'member_composite',
        take: { kind: 'mean' },
        whenMissing: 'missing',
        places: 2,
      }),
    ],
    ['sales', 'composite_mean'],
    { stage },
  );
const yearModel = (stage: string) =>
  modelOf(
    `year_${stage}`,
    ['latest', 'locked'].map((runs) =>
      measure(runs, {
        kind: 'result',
        figure: { kind: 'composite' },
        over: { kind: 'within', every: 'quarter', runs, take: 'mean', whenMissing: 'skip' },
        places: 2,
      }),
    ),
    ['latest', 'locked'],
    { subject: 'person', stage, cadence: 'year' },
  );

let company: SmallCompany;
let quarter: Run;

async function runOf(id: string): Promise<Run> {
  const outcome = await runPeriod(company.store, id);
  if ('issues' in outcome) throw new Error(JSON.stringify(outcome.issues));
  return outcome.run;
}

async function resultsOf({ id }: Run) {
  const results = [];
  for await (const stored of resultsOfRun(company.store, id)) results.push(stored);
  return results;
}

beforeAll(async () => {
  company = await openSmallCompany();
  for (const stage of ['expansion', 'mature']) {
    for (const model of [teamModel(stage), yearModel(stage)]) {
      const adopted = await adoptModel(company.store, model, null, model.key, '2026-10-01T00:00:00.000Z');
      if (!adopted) throw new Error(model.key);
    }
  }
  quarter = await runOf(period);
}, 60_000);
afterAll(() => company.close());

describe('a run of people and teams', () => {
  it('judges each team by the model of its stage, from its members’ records and results', async () => {
    const results = await resultsOf(quarter);
    const people = results.filter(({ subject }) => subject.startsWith('p'));
    const teams = results.filter(({ subject }) => subject.startsWith('team:'));
    expect(people.map(({ subject }) => subject)).toEqual(['p000001', 'p000002', 'p000003']);
    expect(teams.map(({ model, team, result }) => [model, team, result.subject])).toEqual(
      [
        ['team_mature', '上海', '上海'],
        ['team_expansion', '成都', '成都'],
      ].toSorted((a, b) => (encodeURIComponent(a[1]!) < encodeURIComponent(b[1]!) ? -1 : 1)),
    );
    const shanghai = teams.find(({ team }) => team === '上海')!;
    expect(shanghai.result.metrics['of_sales']!.value).toBe('2600.0000');
    const composites = people.filter(({ team }) => team === '上海').map(({ composite }) => composite!);
    const mean = (composites.reduce((sum, one) => sum + one, 0) / composites.length).toFixed(2);
    expect(Number(shanghai.result.metrics['of_composite_mean']!.value)).toBe(Number(mean));
    expect(quarter.subjects).toBe(5);
    expect(quarter.certificates.every(({ agreed }) => agreed)).toBe(true);
    expect(quarter).not.toHaveProperty('earlier');
  });

  it('verifies, and every receipt is recomputed', async () => {
    expect((await verifyRun(company.store, quarter.id)).issues).toEqual([]);
    const receipts = await receiptsOfRun(company.store, quarter);
    expect([...receipts.keys()]).toHaveLength(5);
    for (const receipt of receipts.values()) expect(checkReceipt(receipt)).toEqual([]);
  });

  it('shows a team by its name, to its manager and not to its members', async () => {
    const hr = await company.as('hr');
    const listed = (await hr.get(`/results?filter=${encodeURI(JSON.stringify({ run: quarter.id }))}`))
      .body as { person: string; name: string }[];
    expect(listed.find(({ person }) => person === 'team:成都')).toMatchObject({ name: '成都' });
    const id = encodeURIComponent(`${quarter.id}~team:成都`);
    const statement = await hr.get(`/statements/${id}`);
    expect(statement.status).toBe(200);
    expect(statement.body).toMatchObject({ person: { name: '成都' }, result: { subject: '成都' } });
    expect((await (await company.as('manager', 'M1', ['成都'])).get(`/results/${id}`)).status).toBe(200);
    expect((await (await company.as('seller', 'E3')).get(`/results/${id}`)).status).toBe(403);
  });
});

describe('a run made from other runs', () => {
  let year: Run;

  it('takes the results that are stored, and names the runs', async () => {
    year = await runOf('2026');
    expect(year.earlier).toEqual([{ period, runs: 'latest', run: quarter.id, results: quarter.results }]);
    const quarterly = new Map((await resultsOf(quarter)).map((one) => [one.subject, one.result.composite]));
    for (const { subject, result } of await resultsOf(year)) {
      expect(Number(result.metrics['of_latest']!.value)).toBe(Number(quarterly.get(subject)));
      expect(result.metrics['of_locked']!.missing).toEqual({ reason: 'noRun', of: 'locked' });
    }
    expect((await verifyRun(company.store, year.id)).issues).toEqual([]);
  });

  it('verifies to the same bytes after the quarter was run again, and is another run then', async () => {
    await importRows(company.store, 'targets', [
      { seller: 'E1', month: '2026-08-01', kind: 'repeat_sales', amount: '5000' },
    ]);
    const again = await runPeriod(company.store, period, undefined, {
      by: null,
      at: '2099-01-01T00:00:00.000Z',
      request: 'again',
    });
    if ('issues' in again) throw new Error(JSON.stringify(again.issues));
    expect(again.run.id).not.toBe(quarter.id);
    expect((await verifyRun(company.store, year.id)).issues).toEqual([]);
    const later = await runOf('2026');
    expect(later.id).not.toBe(year.id);
    expect(later.earlier).toMatchObject([{ run: again.run.id }]);
    const compared = await compareRuns(company.store, year.id, later.id, () => {});
    expect(compared).toEqual({ made: `${year.id}~${later.id}` });

    const change = { by: 'hr', at: '2026-10-09T00:00:00.000Z', reason: 'agreed', request: 'lock' };
    expect(await lockRun(company.store, quarter, change)).toEqual([]);
    const locked = await runOf('2026');
    expect(locked.earlier!.map(({ runs, run }) => [runs, run])).toEqual([
      ['latest', quarter.id],
      ['locked', quarter.id],
    ]);
    for (const one of [year, later, locked]) {
      expect((await verifyRun(company.store, one.id)).issues).toEqual([]);
    }
  });
});

describe('the records behind a streak', () => {
  it('are those of the periods it looks at', async () => {
    const model = modelOf(
      'monthly',
      [
        measure('sales', sales),
        measure('falling', {
          kind: 'streak',
          measure: 'sales',
          test: { kind: 'rises' },
          periods: 1,
          whenMissing: 'end',
        }),
      ],
      ['falling'],
      { subject: 'person', cadence: 'month' },
    );
    await adoptModel(company.store, model, null, 'monthly', '2026-10-01T00:00:00.000Z');
    const run = await runOf('2026-08');
    const hr = await company.as('hr');
    const rows = await hr.get(`/statements/${run.id}~p000001/rows?measure=falling`);
    expect(rows.body).toMatchObject({ total: 2, dataset: 'deals' });
    expect((await verifyRun(company.store, run.id)).issues).toEqual([]);
  });
});

describe('other subjects', () => {
  it('are the rows of a dataset, judged from the store', async () => {
    const model = modelOf(
      'customers',
      [
        measure('amount', { kind: 'sum', ...deals, subject: 'customer', whenEmpty: 'zero' }),
        measure('seller_sales', sales, { about: 'person' }),
        measure('of_seller', {
          kind: 'related',
          dataset: 'deals',
          from: 'customer',
          to: 'seller',
          measure: 'seller_sales',
        }),
      ],
      ['amount', 'of_seller'],
      { subject: 'customer', subjects: { dataset: 'deals', column: 'customer', where: won } },
    );
    const program = compile(model);
    const { table, issues } = await storedTable(company.store, program, period);
    expect(issues).toEqual([]);
    const results = evaluateBy('closures', program, table!);
    expect(
      results.map(({ subject, metrics }) => [
        subject,
        metrics['of_amount']!.value,
        metrics['of_of_seller']!.value,
      ]),
    ).toEqual([
      ['Acme', '800.0000', '1100.0000'],
      ['Birch', '300.0000', '1100.0000'],
      ['Cedar', '1500.0000', '1500.0000'],
      ['Delta', '950.5000', '950.5000'],
    ]);
    expect((await certify(model, table!, results)).agreed).toBe(true);
  });
});
