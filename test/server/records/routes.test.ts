import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntryView, ImportView, Problem, RecordView, RunView } from '../../../schemas/index.ts';
import { recordsAsOf } from '../../../server/records/records-as-of.ts';
import { codesOf, refusalOf, totalOf, type Client, type ListAsked } from '../../support/client.ts';
import { openSmallCompany, period, storeKinds, type SmallCompany } from '../../support/small-company.ts';

describe.each(storeKinds)('records over the API, on %s', (kind) => {
  let company: SmallCompany;
  let hr: Client;

  beforeAll(async () => {
    company = await openSmallCompany(kind);
    hr = await company.as('hr');
  });
  afterAll(() => company.close());

  const rows = (dataset: string, filter: object = {}, asked: ListAsked = {}, client = hr) =>
    client.rows<RecordView>('/records', { ...asked, filter: { dataset, ...filter } });
  const keys = async (...asked: Parameters<typeof rows>) => (await rows(...asked)).map(({ key }) => key);
  const pathOf = (id: string) => `/records/${encodeURIComponent(id)}`;
  const record = async (id: string, client = hr) => (await client.get(pathOf(id))).body as RecordView;
  const put = (id: string, values: object, revision: number, client = hr) =>
    client.put(pathOf(id), { values, reason: 'mistyped' }, `"${revision}"`);
  const post = (dataset: string, values: object, client = hr, key?: string) =>
    client.post('/records', { dataset, values, reason: 'forgotten' }, key === undefined ? {} : { key });
  const imports = () => hr.rows<ImportView>('/imports');
  const deal = {
    deal_id: 'D9',
    seller: 'E1',
    customer: 'Gum',
    customer_class: 'A',
    customer_kind: 'new',
    source: 'website',
    status: 'open',
    opened_on: '2026-09-01',
  };

  it('are those of one dataset, by key, a page at a time, either way round', async () => {
    expect(await keys('deals')).toEqual(['D1', 'D2', 'D3', 'D4', 'D5', 'D6']);
    expect(await keys('deals', {}, { sort: ['key', 'DESC'] })).toEqual(['D6', 'D5', 'D4', 'D3', 'D2', 'D1']);
    for (const [order, wanted] of [
      ['ASC', ['D2', 'D3']],
      ['DESC', ['D5', 'D4']],
    ] as const) {
      const page = await hr.list('/records', {
        filter: { dataset: 'deals' },
        sort: ['key', order],
        range: [1, 2],
      });
      expect((page.body as RecordView[]).map(({ key }) => key)).toEqual(wanted);
      expect(page.headers['content-range']).toBe('items 1-2/6');
    }
    const beyond = await hr.list('/records', { filter: { dataset: 'deals' }, range: [10, 20] });
    expect([beyond.status, beyond.body, totalOf(beyond)]).toEqual([200, [], 6]);
    expect(refusalOf(await hr.list('/records', { filter: { dataset: 'nothing' } }))).toEqual([
      404,
      'request.notFound',
    ]);
    for (const asked of [
      {},
      { filter: { dataset: 'deals', amount: '1' } },
      { filter: { dataset: ['deals', 'roster'] } },
      { filter: { dataset: 'deals' }, sort: ['amount', 'ASC'] as const },
    ]) {
      expect((await hr.list('/records', asked)).status).toBe(400);
    }
  });

  it('are found by a text, by a person, by what stands in a column, and by all of these together', async () => {
    const { E1, E2, E3 } = company.people;
    expect(await keys('deals', { q: 'ACME' })).toEqual(['D1']);
    expect(await keys('deals', { q: 'd3' })).toEqual(['D3']);
    expect(await keys('deals', { q: '.*' })).toEqual([]);
    expect(await keys('deals', { person: E1 })).toEqual(['D1', 'D2']);
    expect(await keys('deals', { person: 'nobody' })).toEqual([]);
    expect(await keys('deals', { values: 'status:won' })).toEqual(['D1', 'D2', 'D3', 'D4']);
    expect(await keys('deals', { values: ['status:won', 'customer_class:A'] })).toEqual(['D1', 'D3']);
    expect(
      await keys('deals', { values: ['status:won', 'customer_class:A'], person: E2, q: 'cedar' }),
    ).toEqual(['D3']);
    expect(await keys('deals', { values: 'nothing:won' })).toEqual([]);
    expect(await keys('deals', { values: 'status' })).toEqual([]);
    const [first] = await rows('deals', { person: E3, values: 'status:won' });
    expect(first).toEqual({
      id: 'deals~D4',
      dataset: 'deals',
      key: 'D4',
      values: {
        ...deal,
        deal_id: 'D4',
        seller: E3,
        customer: 'Delta',
        customer_class: 'C',
        source: 'outreach',
        status: 'won',
        opened_on: '2026-07-03',
        closed_on: '2026-07-30',
        amount: '950.5',
      },
      people: { [E3]: '蔡三' },
      hidden: [],
      revision: first!.revision,
    });
    expect(await record('deals~D4')).toEqual(first);
    expect((await hr.get(pathOf('deals~D4'))).headers['etag']).toBe(`"${first!.revision}"`);
    for (const id of ['deals~nothing', 'deals', 'nothing~D4', '~', 'deals~']) {
      expect(refusalOf(await hr.get(pathOf(id)))).toEqual([404, 'request.notFound']);
    }
  });

  it('show pay and what customers wrote to few, who alone can look for it', async () => {
    const ops = await company.as('salesOps');
    const salary = (await rows('salaries'))[0]!;
    expect([salary.hidden, salary.values['monthly_salary']]).toEqual([[], '20000']);
    const seen = (await rows('salaries', {}, {}, ops))[0]!;
    expect(seen.hidden).toEqual(['monthly_salary']);
    expect(JSON.stringify(seen)).not.toContain('20000');
    expect(await record(seen.id, ops)).toEqual(seen);
    expect((await rows('surveys', {}, {}, ops)).every(({ hidden }) => hidden.includes('comment'))).toBe(true);
    for (const client of [hr, ops]) {
      expect(await keys('surveys', { q: 'words of' }, {}, client)).toEqual([]);
      expect(await keys('surveys', { values: 'comment:Words of Acme' }, {}, client)).toEqual([]);
      expect(await keys('salaries', { values: 'monthly_salary:20000' }, {}, client)).toEqual([]);
    }
    for (const role of ['manager', 'seller', 'admin'] as const) {
      const client = await company.as(role);
      expect(refusalOf(await client.list('/records', { filter: { dataset: 'deals' } }))).toEqual([
        403,
        'access.denied',
      ]);
      expect(refusalOf(await client.get(pathOf('salaries~x')))).toEqual([403, 'access.denied']);
    }
    for (const role of ['director', 'auditor'] as const) {
      expect(refusalOf(await put('deals~D1', {}, 1, await company.as(role)))).toEqual([403, 'access.denied']);
    }
  });

  it('are corrected cell by cell; what the reader may not see stays as it is', async () => {
    const ops = await company.as('salesOps');
    const before = await record('surveys~S1');
    const answer = await put(
      'surveys~S1',
      { satisfaction: '95', comment: 'another', seller: 'E2' },
      before.revision,
      ops,
    );
    expect(answer.status, answer.text).toBe(200);
    const after = await record('surveys~S1');
    expect(after).toEqual({
      ...before,
      values: { ...before.values, satisfaction: '95', seller: company.people.E2 },
      people: { [company.people.E2]: 'Bo Li' },
      revision: (await imports()).at(-1)!.commit,
    });
    expect([answer.headers['etag'], JSON.stringify(answer.body)]).toEqual([
      `"${after.revision}"`,
      expect.not.stringContaining('Words of') as string,
    ]);
    const emptied = await put('surveys~S1', { satisfaction: null, nps: '' }, after.revision);
    expect((emptied.body as RecordView).values).toMatchObject({
      satisfaction: null,
      nps: null,
      comment: 'Words of Acme',
    });
    const [entry] = await hr.rows<AuditEntryView>('/audit', {
      filter: { record: 'surveys~S1', by: ops.person },
    });
    expect(entry).toMatchObject({ action: 'update', resource: 'record', reason: 'mistyped' });
    expect(JSON.stringify(entry)).not.toContain('Words');
  });

  it('are corrected by who saw them as they are only, however many try at once', async () => {
    const { revision } = await record('deals~D2');
    expect(refusalOf(await hr.put(pathOf('deals~D2'), { values: {}, reason: 'r' }))).toEqual([
      428,
      'request.ifMatchMissing',
    ]);
    expect((await hr.put(pathOf('deals~D2'), { values: {} }, `"${revision}"`)).status).toBe(400);
    for (const stale of [revision - 1, revision + 1]) {
      expect(refusalOf(await put('deals~D2', { amount: '1' }, stale))).toEqual([412, 'request.stale']);
    }
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => put('deals~D2', { amount: String(400 + index) }, revision)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(7).fill(412)]);
    expect(answers.find(({ status }) => status === 200)!.body).toEqual(await record('deals~D2'));
    // Changes of other records do not stand in the way.
    const others = await Promise.all(
      ['D3', 'D4', 'D5'].map(async (key) =>
        put(`deals~${key}`, { customer: `${key}!` }, (await record(`deals~${key}`)).revision),
      ),
    );
    expect(others.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it.each<[string, object, number, string, string | undefined]>([
    ['no number', { amount: 'a lot' }, 422, 'cell.notDecimal', '/values/amount'],
    ['a value that is not to choose', { status: 'maybe' }, 422, 'cell.notChoice', '/values/status'],
    ['a day there is not', { closed_on: '2026-02-30' }, 422, 'cell.notDate', '/values/closed_on'],
    ['somebody nobody knows', { seller: 'E99' }, 422, 'cell.unknownPerson', '/values/seller'],
    ['nothing where something must be', { customer: '' }, 422, 'cell.required', '/values/customer'],
    ['another key', { deal_id: 'D7' }, 422, 'record.keyFixed', undefined],
    ['a column there is not', { price: '1' }, 422, 'dataset.unknownColumn', undefined],
    ['a number for a text', { amount: 1 }, 400, 'request.invalid', '/values/amount'],
  ])('are not corrected to %s', async (_what, values, status, code, pointer) => {
    const [before, count] = [await record('deals~D1'), (await imports()).length];
    const refused = await put('deals~D1', values, before.revision);
    expect(refusalOf(refused)).toEqual([status, code]);
    expect((refused.body as Problem).issues[0]!.pointer).toBe(pointer);
    expect(await record('deals~D1')).toEqual(before);
    expect(await imports()).toHaveLength(count);
  });

  it('are added once, under a key nobody has, also where people are a part of it', async () => {
    const made = await post('deals', deal, hr, 'add-1');
    expect(made.status, made.text).toBe(201);
    expect(made.body).toMatchObject({ id: 'deals~D9', values: { customer: 'Gum', amount: null } });
    expect((await post('deals', deal, hr, 'add-1')).text).toBe(made.text);
    const target = { seller: 'E1', month: '2026-07-01', kind: 'repeat_sales', amount: '1000.00' };
    for (const [dataset, values] of [
      ['deals', deal],
      ['deals', { ...deal, customer: 'Other' }],
      ['targets', target],
      ['targets', { ...target, amount: '5' }],
      ['salaries', { person: 'E1', from: '2025-01-01', monthly_salary: '1' }],
    ] as const) {
      const before = await rows(dataset);
      expect(refusalOf(await post(dataset, values))).toEqual([409, 'record.keyTaken']);
      expect(await rows(dataset)).toEqual(before);
    }
    const answers = await Promise.all(
      [1, 2, 3, 4].map((number) => post('deals', { ...deal, deal_id: 'D10', customer: `${number}` })),
    );
    expect(answers.map((answer) => refusalOf(answer)).toSorted((a, b) => a[0] - b[0])).toEqual([
      [201],
      ...Array.from({ length: 3 }, () => [409, 'record.keyTaken']),
    ]);
    expect(await record('deals~D10')).toEqual(answers.find(({ status }) => status === 201)!.body);
    expect(codesOf(await post('deals', { ...deal, deal_id: '', amount: '-1' }))).toEqual([
      'cell.required',
      'cell.belowMin',
    ]);
    expect(refusalOf(await post('nothing', deal))).toEqual([404, 'request.notFound']);
  });

  it('are never overwritten: what was there stays, as a revision, and so does what was judged by it', async () => {
    const run = (await hr.job('/runs', { period })).made!;
    const { commit, results } = ((await hr.get(`/runs/${run}`)).body as RunView).run;
    const before = await record('deals~D3');
    const stored = company.store.collection('records');
    const revisions = async () => (await stored.startingWith(['deals/D3/']))[0]!;
    const history = await revisions();
    let { revision } = before;
    for (const amount of ['1', '2', '3']) {
      revision = ((await put('deals~D3', { amount }, revision)).body as RecordView).revision;
    }
    // Back to what it was is a change too.
    await put('deals~D3', { amount: before.values['amount']! }, revision);
    const now = await revisions();
    expect(now).toHaveLength(history.length + 4);
    expect(now).toEqual(expect.arrayContaining([...history]));
    const then: string[] = [];
    for await (const { key, values } of recordsAsOf(company.store, 'deals', commit)) {
      if (key === 'D3') then.push(values['amount']!);
    }
    expect(then).toEqual([before.values['amount']]);
    expect((await hr.job(`/runs/${run}/verification`)).report).toEqual({ differences: 0 });
    await put('deals~D3', { amount: '99999' }, (await record('deals~D3')).revision);
    const next = (await hr.job('/runs', { period })).made!;
    expect(((await hr.get(`/runs/${next}`)).body as RunView).run.results).not.toBe(results);
    expect((await hr.job(`/runs/${run}/verification`)).report).toEqual({ differences: 0 });
  });
});
