import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  AuditEntryView,
  Company,
  CompanyView,
  Problem,
  TeamView,
  Welcome,
} from '../../../schemas/index.ts';
import { refusalOf, type Client } from '../../support/client.ts';
import { openSmallCompany, storeKinds, type SmallCompany } from '../../support/small-company.ts';

describe.each(storeKinds)('the company over the API, on %s', (kind) => {
  let company: SmallCompany;
  let hr: Client;

  beforeAll(async () => {
    company = await openSmallCompany(kind);
    hr = await company.as('hr');
  });
  afterAll(() => company.close());

  const now = async () => (await hr.get('/company/company')).body as CompanyView;
  const put = async (document: unknown, { ifMatch = '', client = hr, reason = 'r' } = {}) =>
    client.put(
      '/company/company',
      { document, reason },
      ifMatch === '' ? `"${(await now()).revision}"` : ifMatch,
    );
  const welcome = async () => (await company.app.as(undefined, 'GET', '/welcome')).body as Welcome;

  it('is read by everybody who is signed in, under one id', async () => {
    const answer = await hr.get('/company/company');
    expect([answer.status, answer.headers['etag']]).toEqual([200, '"1"']);
    expect(answer.body).toMatchObject({
      id: 'company',
      revision: 1,
      document: {
        timeZone: 'Asia/Shanghai',
        currency: 'CNY',
        stages: [{ id: 'expansion' }, { id: 'mature' }],
      },
    });
    for (const role of ['admin', 'salesOps', 'director', 'manager', 'seller', 'auditor'] as const) {
      expect((await (await company.as(role)).get('/company/company')).body).toEqual(answer.body);
    }
    expect((await company.app.as(undefined, 'GET', '/company/company')).status).toBe(401);
    expect(refusalOf(await hr.get('/company/other'))).toEqual([404, 'request.notFound']);
    const same = await company.app.as(hr.cookie(), 'GET', '/company/company').set('If-None-Match', '"1"');
    expect([same.status, same.text]).toEqual([304, '']);
  });

  it('is changed by HR and administrators, and by nobody else', async () => {
    const { document } = await now();
    for (const role of ['salesOps', 'director', 'manager', 'seller', 'auditor'] as const) {
      const client = await company.as(role);
      expect(refusalOf(await put(document, { client }))).toEqual([403, 'access.denied']);
    }
    const before = await now();
    for (const [role, zh] of [
      ['hr', '新名'],
      ['admin', '更新的名'],
    ] as const) {
      const renamed: Company = { ...document, name: { zh, en: role } };
      const answer = await put(renamed, { client: await company.as(role) });
      expect(answer.status, answer.text).toBe(200);
      expect(answer.body).toEqual(await now());
      expect((await now()).document).toEqual(renamed);
      expect((await welcome()).company).toEqual({ zh, en: role });
    }
    expect((await now()).revision).toBe(before.revision + 2);
  });

  it('says in the log what it was and what it is, also where it is again what it once was', async () => {
    const { document } = await now();
    const other: Company = { ...document, currency: 'EUR' };
    await put(other, { reason: 'moved' });
    await put(document, { reason: 'moved back' });
    const [last, one] = await hr.rows<AuditEntryView>('/audit', {
      filter: { resource: 'company' },
      sort: ['at', 'DESC'],
      range: [0, 1],
    });
    // At one instant of the clock the two stand in the order of their requests.
    const entries = [last!, one!].toSorted((a, b) => (a.reason! < b.reason! ? -1 : 1));
    expect(entries).toMatchObject([
      { before: document, after: other, reason: 'moved', by: { id: hr.person } },
      { before: other, after: document, reason: 'moved back' },
    ]);
    expect((await now()).document).toEqual(document);
  });

  it('is changed by who saw it as it is only', async () => {
    const { document, revision } = await now();
    expect((await hr.put('/company/company', { document })).status).toBe(428);
    for (const stale of [revision - 1, revision + 1]) {
      expect(refusalOf(await put(document, { ifMatch: `"${stale}"` }))).toEqual([412, 'request.stale']);
    }
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        put({ ...document, name: { zh: `公司${index}`, en: 'x' } }, { ifMatch: `"${revision}"` }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(7).fill(412)]);
    expect(answers.find(({ status }) => status === 200)!.body).toEqual(await now());
  });

  it.each<[string, (document: Company) => unknown, number, string, string | undefined]>([
    [
      'a time zone that is none',
      (document) => ({ ...document, timeZone: 'Asia/Nowhere' }),
      422,
      'company.timeZone',
      '/timeZone',
    ],
    [
      'an offset for a time zone',
      (document) => ({ ...document, timeZone: '+08:00' }),
      422,
      'company.timeZone',
      '/timeZone',
    ],
    [
      'a field nobody knows',
      (document) => ({ ...document, owner: 'x' }),
      400,
      'request.invalid',
      '/document/owner',
    ],
    ['no stages', (document) => ({ ...document, stages: [] }), 400, 'request.invalid', '/document/stages'],
    [
      'no name in one language',
      (document) => ({ ...document, name: { zh: '名' } }),
      400,
      'request.invalid',
      '/document/name/en',
    ],
    [
      'a currency in small letters',
      (document) => ({ ...document, currency: 'eur' }),
      400,
      'request.invalid',
      '/document/currency',
    ],
  ])('with %s is refused, and stays as it is', async (_what, change, status, code, pointer) => {
    const before = await now();
    const refused = await put(change(before.document));
    expect(refusalOf(refused)).toEqual([status, code]);
    expect((refused.body as Problem).issues[0]!.pointer).toBe(pointer);
    expect(await now()).toEqual(before);
  });

  it('keeps a stage as long as a model or a team is in it; a new one can come and go', async () => {
    const { document } = await now();
    const spring = { id: 'spring', name: { zh: '春', en: 'Spring' } };
    expect((await put({ ...document, stages: [...document.stages, spring] })).status).toBe(200);
    expect((await now()).document.stages.map(({ id }) => id)).toEqual(['expansion', 'mature', 'spring']);
    for (const gone of ['expansion', 'mature']) {
      const stages = [...document.stages, spring].filter(({ id }) => id !== gone);
      const refused = await put({ ...document, stages });
      expect(refusalOf(refused)).toEqual([422, 'company.stageInUse']);
      expect((refused.body as Problem).issues[0]!.params).toEqual({ stage: gone });
    }
    expect((await put(document)).status).toBe(200);
    expect((await now()).document.stages).toEqual(document.stages);
  });

  it('decides by its time zone which day it is', async () => {
    const { document } = await now();
    const stageOf = async () =>
      ((await hr.get(`/teams/${encodeURIComponent('成都')}`)).body as TeamView).stage;
    const assigned = await hr.post('/stage-assignments', {
      team: '成都',
      stage: 'mature',
      from: '2026-10-09',
      reason: 'r',
    });
    expect(assigned.status, assigned.text).toBe(201);
    // 2026-10-08 in UTC, a day later in Auckland already.
    await company.setClock('2026-10-08T12:00:00.000Z');
    expect(await stageOf()).toBe('expansion');
    expect((await put({ ...document, timeZone: 'Pacific/Auckland' })).status).toBe(200);
    expect(await stageOf()).toBe('mature');
  });
});
