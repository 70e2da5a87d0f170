import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile, explain, hashOf, tableOfInputs } from '../../../engine/index.ts';
import type {
  ComparisonView,
  Distribution,
  JobView,
  MovementView,
  Preflight,
  ResultView,
  RunView,
  SourceRows,
  Statement,
} from '../../../schemas/index.ts';
import { adopt, currentDefinitions } from '../../../server/definitions/definitions.ts';
import { demoPeriod } from '../../../server/demo/load.ts';
import { resultId } from '../../../server/runs/stored-results.ts';
import { demoApp, type Client } from './demo-app.ts';
import { changeModel, holdNobody, importRows } from './demo-changes.ts';

const demo = await demoApp();
const { store } = demo;
const team = '上海';
let hr: Client;
let run: string;
let all: ResultView[];

const codes = ({ body }: { body: unknown }) =>
  (body as { issues: { code: string }[] }).issues.map(({ code }) => code);
const results = async (
  client: Client,
  filter: object = {},
  sort = ['composite', 'DESC'],
  range = [0, 999],
) => {
  const answer = await client.list('/results', { filter: { run, ...filter }, sort, range });
  expect(answer.status).toBe(200);
  return { rows: answer.body as ResultView[], total: Number(answer.headers['content-range']!.split('/')[1]) };
};

beforeAll(async () => {
  // Amounts of deals are nobody's business here but of those who may see pay.
  const deals = (await currentDefinitions(store, 'dataset')).find(({ key }) => key === 'deals')!.document;
  const columns = deals.columns.map((column) =>
    column.id === 'amount' ? { ...column, sensitivity: 'pay' as const } : column,
  );
  await adopt(store, 'dataset', 'deals', { ...deals, columns });
  hr = await demo.as([{ role: 'hr' }]);
  run = (await hr.job('/runs', { period: demoPeriod })).made!;
  ({ rows: all } = await results(hr));
}, 60_000);
afterAll(demo.close);

describe('a run over the API', () => {
  it('is told before what it will be made from, and is one however often it is asked for', async () => {
    const before = (await hr.get(`/preflight?period=${demoPeriod}`)).body as Preflight;
    expect(before).toMatchObject({ subjects: all.length, same: run, locked: null });
    expect(before.models.reduce((sum, { subjects }) => sum + subjects, 0)).toBe(all.length);
    expect(before.datasets.every(({ records, last }) => records > 0 && last !== null)).toBe(true);
    const again = await Promise.all([1, 2, 3].map(() => hr.job('/runs', { period: demoPeriod })));
    expect(new Set(again.map(({ made }) => made))).toEqual(new Set([run]));
    expect(again[0]!.report).toEqual({ subjects: all.length, fresh: false });
    const listed = await hr.list('/runs', { filter: { period: demoPeriod } });
    expect((listed.body as RunView[]).map(({ id, state }) => [id, state])).toEqual([[run, 'open']]);
    const one = await hr.get(`/runs/${run}`);
    expect(one.headers['etag']).toBe('"1"');
    expect(one.body).toMatchObject({ startedBy: { id: hr.person }, lockedBy: null });
  });

  it('is refused for a period that is none, and says what stands in the way of one without people', async () => {
    expect(codes(await hr.post('/runs', { period: '2026-Q9' }))).toEqual(['period.unknown']);
    const job = await hr.job('/runs', { period: '1999-Q1' });
    expect(job).toMatchObject({ state: 'failed', made: null, issues: [{ code: 'run.noPeople' }] });
    expect((await hr.get('/runs/0123456789abcdef')).status).toBe(404);
  });

  it('is verified to the last byte, by an auditor too', async () => {
    const auditor = await demo.as([{ role: 'auditor' }]);
    const job = await auditor.job(`/runs/${run}/verification`);
    expect(job).toMatchObject({ state: 'done', issues: [], report: { differences: 0 }, made: run });
    expect((await auditor.post('/runs', { period: demoPeriod })).status).toBe(403);
  });

  it('tells of its jobs as they go on', async () => {
    const { id } = (await hr.post('/runs', { period: demoPeriod })).body as JobView;
    const events = await hr.get(`/jobs/${id}/events`);
    expect(events.headers['content-type']).toMatch('text/event-stream');
    const seen = events.text
      .split('\n\n')
      .filter((text) => text.startsWith('data: '))
      .map((text) => JSON.parse(text.slice(6)) as JobView);
    expect(seen.at(-1)).toMatchObject({ id, kind: 'run', state: 'done', made: run });
    const seller = await demo.as([{ role: 'seller' }]);
    expect((await seller.get(`/jobs/${id}`)).status).toBe(404);
    expect((await seller.get(`/jobs/${id}/events`)).status).toBe(404);
  });
});

describe('results over the API', () => {
  it('are sorted, filtered, searched and paged', async () => {
    const composites = all.map(({ composite }) => (composite === null ? -Infinity : Number(composite)));
    expect(composites).toEqual(composites.toSorted((a, b) => b - a));
    const page = await results(hr, {}, ['composite', 'DESC'], [10, 19]);
    expect(page).toEqual({ rows: all.slice(10, 20), total: all.length });
    const good = await results(hr, { grade: ['good', 'excellent'], team });
    expect(good.rows.map(({ id }) => id)).toEqual(
      all
        .filter((row) => row.team === team && ['good', 'excellent'].includes(row.grade ?? ''))
        .map(({ id }) => id),
    );
    const held = await results(hr, { status: 'held' });
    expect(held.rows.length).toBeGreaterThan(0);
    expect(held.rows.every(({ composite, grade }) => composite === null && grade === null)).toBe(true);
    const { name } = all[3]!;
    expect((await results(hr, { q: name!.slice(0, 2) })).rows.map((row) => row.name)).toContain(name);
    expect((await results(hr, { q: 'nobody is called that' })).total).toBe(0);
    const unknown = await hr.list('/results', { filter: { run, pay: '1' } });
    expect(unknown.status).toBe(400);
    expect((await hr.list('/results', { filter: {} })).status).toBe(400);
  });

  it('are counted by grade, model and team', async () => {
    const { total, counts } = (await hr.get(`/runs/${run}/distribution`)).body as Distribution;
    expect(total).toBe(all.length);
    for (const { model, team: of, stage, grade, count } of counts) {
      const those = all.filter((row) => row.model === model && row.team === of && row.grade === grade);
      expect(those.map((row) => row.stage)).toEqual(Array(count).fill(stage));
    }
  });

  it('come with what the same person had in the period before', async () => {
    const before = (await hr.job('/runs', { period: '2026-Q2' })).made!;
    const then = (await hr.list('/results', { filter: { run: before }, range: [0, 999] }))
      .body as ResultView[];
    const own = all.find(({ person }) => then.some((row) => row.person === person))!;
    const { composite, grade } = then.find((row) => row.person === own.person)!;
    const { previous } = (await hr.get(`/statements/${own.id}`)).body as Statement;
    expect(previous).toEqual({ run: before, period: '2026-Q2', composite, grade });
    expect(((await hr.get(`/statements/${before}~${own.person}`)).body as Statement).previous).toBeNull();
  });

  it('come with a statement that can be computed again by whoever has it', async () => {
    for (const { id } of all.slice(0, 5)) {
      const answer = await hr.get(`/statements/${encodeURIComponent(id)}`);
      const { model, receipt, receiptHash, person, result, version } = answer.body as Statement;
      expect(hashOf(receipt)).toBe(receiptHash);
      expect(version).toBe(1);
      const stored = (await store.collection('results').get(resultId(run, person.id)))!;
      const program = compile(model);
      const again = explain(program, tableOfInputs(program, person.id, stored), 0);
      expect(hashOf(again)).toBe(receiptHash);
      expect(result.composite).toBe(all.find((row) => row.id === id)!.composite);
    }
  });
});

describe('who sees whose results', () => {
  const strangerOf = (other: string) => all.find((row) => row.team !== other)!;

  it('a manager: those of the team, whatever is asked for', async () => {
    const manager = await demo.as([{ role: 'manager', teams: [team] }]);
    const own = await results(manager);
    expect(own.rows.map(({ id }) => id)).toEqual(all.filter((row) => row.team === team).map(({ id }) => id));
    const stranger = strangerOf(team);
    expect((await results(manager, { team: stranger.team })).total).toBe(0);
    expect((await results(manager, { team: [stranger.team, team] })).total).toBe(own.total);
    expect((await results(manager, { person: stranger.person })).total).toBe(0);
    const { total } = (await manager.get(`/runs/${run}/distribution`)).body as Distribution;
    expect(total).toBe(own.total);
    for (const path of [`/results/${run}~${stranger.person}`, `/statements/${run}~${stranger.person}`]) {
      expect((await manager.get(path)).status).toBe(403);
    }
    expect((await manager.get(`/statements/${run}~${own.rows[0]!.person}`)).status).toBe(200);
    expect((await manager.get('/movements')).status).toBe(403);
  });

  it('a seller: their own; of others not even whether they are there', async () => {
    const own = all[7]!;
    const seller = await demo.as([{ role: 'seller' }], own.person);
    expect((await results(seller)).rows).toEqual([own]);
    expect((await seller.get(`/statements/${run}~${own.person}`)).status).toBe(200);
    const there = await seller.get(`/statements/${run}~${all[8]!.person}`);
    const nowhere = await seller.get(`/statements/${run}~nobody`);
    expect([there.status, codes(there)]).toEqual([403, ['access.denied']]);
    expect([nowhere.status, codes(nowhere)]).toEqual([403, ['access.denied']]);
    expect((await hr.get(`/statements/${run}~nobody`)).status).toBe(404);
    expect((await seller.post('/runs', { period: demoPeriod })).status).toBe(403);
    expect(
      (await seller.get(`/statements/${run}~${all[8]!.person}/rows?measure=complaint_count`)).status,
    ).toBe(403);
  });

  it('source rows are those a measure was made from, without what is too private for the reader', async () => {
    const own = all.find((row) => row.team === team && row.composite !== null)!;
    const stored = (await store.collection('results').get(resultId(run, own.person)))!;
    const rowsFor = async (client: Client, measure: string) =>
      (await client.get(`/statements/${run}~${own.person}/rows?measure=${measure}`)).body as SourceRows;
    const complaints = await rowsFor(hr, 'complaint_count');
    expect(String(complaints.total)).toBe(stored.inputs['complaint_count']);
    expect(complaints).toMatchObject({ dataset: 'complaints', hidden: false });

    const sales = await rowsFor(hr, 'repeat_sales');
    const sum = sales.rows.reduce((total, { values }) => total + Number(values['amount']), 0);
    expect(String(sum)).toBe(stored.inputs['repeat_sales']);
    const manager = await demo.as([{ role: 'manager', teams: [team] }]);
    const hidden = await rowsFor(manager, 'repeat_sales');
    expect(hidden).toMatchObject({ hidden: true, total: sales.total });
    expect(hidden.columns.map(({ id }) => id)).not.toContain('amount');
    expect(JSON.stringify(hidden.rows)).not.toContain('"amount":');
    const seller = await demo.as([{ role: 'seller' }], own.person);
    expect(await rowsFor(seller, 'repeat_sales')).toMatchObject({ hidden: false, rows: sales.rows });
    expect((await hr.get(`/statements/${run}~${own.person}/rows?measure=nothing`)).status).toBe(404);
  });
});

describe('comparing and locking over the API', () => {
  it('shows how everybody moved between two runs, and why', async () => {
    await changeModel(store, 'mature', (model) => ({
      ...model,
      metrics: model.metrics.map((metric) =>
        metric.id === 'nps'
          ? { ...metric, weight: 5 }
          : metric.id === 'collection'
            ? { ...metric, weight: 15 }
            : metric,
      ),
    }));
    const { made } = await hr.job('/runs', { period: demoPeriod });
    const job = await hr.job('/comparisons', { before: run, after: made! });
    expect(job).toMatchObject({ state: 'done', made: `${run}~${made}` });
    const one = (await hr.get(`/comparisons/${encodeURIComponent(job.made!)}`)).body as ComparisonView;
    expect(one).toMatchObject({ period: demoPeriod, before: run, after: made, subjects: all.length });
    const asked = { comparison: job.made!, cause: ['rule'] };
    const answer = await hr.list('/movements', { filter: asked, sort: ['size', 'DESC'], range: [0, 4] });
    const movements = answer.body as MovementView[];
    expect(movements).toHaveLength(5);
    const sizes = movements.map(({ delta }) => Math.abs(Number(delta)));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(movements[0]).toMatchObject({ cause: 'rule', data: '0.00', name: expect.any(String) as string });
    expect(movements[0]!.metrics.map(({ id }) => id)).toEqual(expect.arrayContaining(['nps', 'collection']));
    expect((await hr.list('/movements', { filter: {} })).status).toBe(400);
    expect((await hr.post('/comparisons', { before: run, after: run })).status).toBe(422);
    expect((await hr.post('/comparisons', { before: run, after: 'nothing' })).status).toBe(404);
  });

  it('locks one run of a period: the others are superseded, and new ones kept out', async () => {
    const reason = { reason: 'agreed with the works council' };
    expect((await hr.post(`/runs/${run}/lock`, reason)).status).toBe(428);
    expect((await hr.post(`/runs/${run}/lock`, reason, '"2"')).status).toBe(412);
    const held = await hr.post(`/runs/${run}/lock`, reason, '"1"');
    expect([held.status, codes(held)]).toEqual([409, ['run.held']]);
    await holdNobody(store);
    const made = (await hr.job('/runs', { period: demoPeriod })).made!;
    const manager = await demo.as([{ role: 'salesOps' }]);
    expect((await manager.post(`/runs/${made}/lock`, reason, '"1"')).status).toBe(403);
    const locked = await hr.post(`/runs/${made}/lock`, reason, '"1"');
    expect([locked.status, locked.headers['etag']]).toEqual([200, '"2"']);
    expect(locked.body).toMatchObject({ state: 'locked', lockedBy: { id: hr.person }, ...reason });
    expect((await hr.get(`/runs/${run}`)).body).toMatchObject({ state: 'superseded' });
    expect((await hr.post(`/runs/${run}/lock`, reason, '"1"')).status).toBe(409);

    expect((await hr.job('/runs', { period: demoPeriod })).made).toBe(made);
    await importRows(store, 'targets', [
      { seller: 'E001', month: '2026-07-01', kind: 'new_customer_sales', amount: '1' },
    ]);
    const refused = await hr.post('/runs', { period: demoPeriod });
    expect([refused.status, codes(refused)]).toEqual([409, ['run.locked']]);
    const log = await hr.list('/audit', { filter: { resource: 'run' } });
    expect(log.body).toMatchObject([{ action: 'lock', record: made, by: { id: hr.person }, ...reason }]);
  });

  it('and nothing of all that was an error of the program', () => {
    expect(demo.errors).toEqual([]);
  });
});
