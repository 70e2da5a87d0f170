import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HomeView, ModelVersionView } from '../../../schemas/index.ts';
import type { Client } from '../../support/client.ts';
import { putUp, stepped } from '../../support/approve.ts';
import { openSmallCompany, period, today, type SmallCompany } from '../../support/small-company.ts';

describe('what somebody sees first', () => {
  let company: SmallCompany;
  let hr: Client;

  beforeAll(async () => {
    company = await openSmallCompany();
    hr = await company.as('hr');
  });
  afterAll(() => company.close());

  const home = async (client = hr, query = '') => {
    const answer = await client.get(`/home${query}`);
    expect(answer.status, answer.text).toBe(200);
    return answer.body as HomeView;
  };
  const waiting = async (client = hr, query = '') =>
    (await home(client, query)).waiting.map(({ kind, count, record }) => [kind, count, record]);
  const empty = ['dataMissing', 4, 'collections'];
  let first = '';

  it('is the quarter that ended last where the company is', async () => {
    expect((await home()).period).toMatchObject({
      id: period,
      cadence: 'quarter',
      timeZone: 'Asia/Shanghai',
    });
    // The last hour of the quarter in Shanghai, and the first of the next one.
    await company.setClock('2026-12-31T15:59:59.000Z');
    expect((await home()).period?.id).toBe('2026-Q3');
    await company.setClock('2026-12-31T16:00:00.000Z');
    expect((await home()).period?.id).toBe('2026-Q4');
    await company.setClock(today);
  });

  it('before the first run: what it would be made of, and what is not there yet', async () => {
    const view = await home();
    expect(view).toMatchObject({ run: null, distribution: null, own: null, periods: [period] });
    expect(view.preflight).toMatchObject({ subjects: 3, same: null, locked: null });
    const none = view
      .preflight!.datasets.filter(({ records }) => records === 0)
      .map(({ dataset }) => dataset);
    expect(none).toEqual(['collections', 'complaints', 'customer_base', 'proposals']);
    expect(await waiting()).toEqual([empty]);
  });

  it('to a seller and a manager says nothing of the data', async () => {
    for (const client of [await company.as('seller', 'E1'), await company.as('manager', 'E2', ['上海'])]) {
      expect(await home(client)).toMatchObject({ preflight: null, run: null, own: null, waiting: [] });
    }
  });

  it('tells who approves and who publishes of versions that wait for them, and nobody else', async () => {
    const ops = await company.as('salesOps');
    const drafts: ModelVersionView[] = [];
    for (const key of ['mature', 'mature', 'expansion']) {
      drafts.push((await ops.post('/model-versions', { key, basedOn: 1 })).body as ModelVersionView);
    }
    expect(await waiting()).toEqual([empty]);
    const director = await company.as('director');
    for (const { id } of drafts) await putUp(ops, id);
    expect(await waiting()).toEqual([empty]);
    expect(await waiting(director)).toEqual([['versionToApprove', 3, 'expansion'], empty]);
    await stepped(director, drafts[0]!.id, 'approval', { reason: 'fine' });
    const both = [
      ['versionToApprove', 2, 'expansion'],
      ['versionToPublish', 1, 'mature'],
    ];
    expect(await waiting()).toEqual([both[1], empty]);
    expect(await waiting(director)).toEqual([...both, empty]);
    expect(await waiting(ops)).toEqual([empty]);
    expect(await waiting(await company.as('auditor'))).toEqual([]);
    for (const { id } of drafts) await stepped(director, id, 'rejection', { reason: 'no' });
    expect(await waiting()).toEqual([empty]);
  });

  it('after a run: the run, how it came out, and what there is to decide', async () => {
    first = (await hr.job('/runs', { period })).made!;
    const view = await home();
    expect(view.run).toMatchObject({ id: first, state: 'open', held: 0, startedBy: { id: hr.person } });
    expect(view.distribution).toMatchObject({ run: first, total: 3 });
    expect(view.preflight).toMatchObject({ same: first });
    expect(await waiting()).toEqual([empty, ['runToLock', 1, first]]);
    expect(await waiting(await company.as('director'))).toEqual([empty, ['runToLock', 1, first]]);
    expect(await waiting(await company.as('salesOps'))).toEqual([empty]);
    expect(await home(await company.as('auditor'))).toMatchObject({ run: { id: first }, waiting: [] });
  });

  it('shows each their own result, and of the others no more than they may see', async () => {
    const seller = await home(await company.as('seller', 'E1'));
    const [result] = await hr.rows<{ composite: string }>('/results', {
      filter: { run: first, q: '安一' },
    });
    expect(seller.own).toMatchObject({
      statement: `${first}~${company.people.E1}`,
      period,
      composite: result!.composite,
      grade: { zh: expect.any(String) as string },
    });
    expect(seller.distribution?.total).toBe(1);
    const manager = await home(await company.as('manager', 'E2', ['上海']));
    expect([manager.distribution?.total, manager.own?.statement]).toEqual([
      2,
      `${first}~${company.people.E2}`,
    ]);
    // Who left before the quarter's last day has no result in it, nor has who sells nothing.
    expect((await home(await company.as('seller', 'E4'))).own).toBeNull();
    expect((await home()).own).toBeNull();
    expect((await home(await company.as('admin'))).distribution).toBeNull();
  });

  it('says how many are held back where somebody is: the run cannot be locked before', async () => {
    await company.setClock('2026-10-08T02:00:00.000Z');
    const row = { employee_no: 'E5', employee_name: 'Eva', team: '上海', role: 'senior', from: '2026-01-01' };
    expect((await hr.post('/records', { dataset: 'roster', values: row, reason: 'late' })).status).toBe(201);
    const second = (await hr.job('/runs', { period })).made!;
    expect(await home()).toMatchObject({ run: { id: second, held: 1 }, distribution: { total: 4 } });
    expect(await waiting()).toEqual([empty, ['heldResults', 1, second]]);
  });

  it('shows the run that is locked before newer ones, and nothing waits any more', async () => {
    const locked = await hr.post(`/runs/${first}/lock`, { reason: 'agreed' }, { ifMatch: '"1"' });
    expect(locked.status, locked.text).toBe(200);
    expect((await home()).run).toMatchObject({ id: first, state: 'locked' });
    expect(await waiting()).toEqual([empty]);
  });

  it('can be of another period, and is of none where that is no period', async () => {
    const before = (await hr.job('/runs', { period: '2026-Q2' })).made!;
    const view = await home(hr, '?period=2026-Q2');
    expect(view).toMatchObject({
      period: { id: '2026-Q2' },
      run: { id: before },
      distribution: { run: before },
    });
    expect(view.periods).toEqual(['2026-Q3', '2026-Q2']);
    expect((await home(await company.as('seller', 'E4'), '?period=2026-Q2')).own?.statement).toBe(
      `${before}~${company.people.E4}`,
    );
    expect(await home(hr, '?period=2031-Q1')).toMatchObject({ period: { id: '2031-Q1' }, run: null });
    expect(await home(hr, '?period=nonsense')).toMatchObject({ period: null, run: null, preflight: null });
    expect((await hr.get('/home?other=1')).status).toBe(400);
  });
});
