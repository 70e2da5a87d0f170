import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntryView, PersonView, RecordView, ResultView } from '../../../schemas/index.ts';
import { collectionNames, type CollectionName } from '../../../server/store/collections.ts';
import { upkeepOf } from '../../../server/api/upkeep.ts';
import { refusalOf, totalOf, type Client } from '../../support/client.ts';
import { openSmallCompany, period, storeKinds, type SmallCompany } from '../../support/small-company.ts';

describe.each(storeKinds)('people over the API, on %s', (kind) => {
  let company: SmallCompany;
  let hr: Client;

  beforeAll(async () => {
    company = await openSmallCompany(kind);
    hr = await company.as('hr');
  });
  afterAll(() => company.close());

  const person = async (id: string, client = hr) => (await client.get(`/people/${id}`)).body as PersonView;
  const rename = (id: string, name: string, revision: number, client = hr) =>
    client.put(`/people/${id}`, { name, reason: 'asked for' }, `"${revision}"`);
  const names = async (client: Client, filter: object = {}) =>
    (await client.rows<PersonView>('/people', { filter })).map(({ name }) => name);
  /** Every document in the store with this text in it. */
  const documentsWith = async (text: string, kept: readonly CollectionName[] = ['requestOutcomes']) => {
    const found: string[] = [];
    // Answers are kept for a day, for whoever sends a request again.
    for (const name of collectionNames.filter((name) => !kept.includes(name))) {
      for await (const document of company.store.collection(name).scan()) {
        if (JSON.stringify(document).includes(text)) found.push(`${name}: ${document.id}`);
      }
    }
    return found;
  };
  const imported = async (dataset: string, lines: readonly string[]) => {
    const upload = await hr.uploaded(`${lines.join('\n')}\n`);
    const mapping = Object.fromEntries(upload.header.map((header) => [header, header]));
    const order = { upload: upload.id, dataset, mapping, mode: 'allOrNothing', dryRun: false };
    const job = await hr.job('/imports', order);
    expect(job.issues).toEqual([]);
    return job;
  };

  it('are found by a part of their name, by team, sorted and paged', async () => {
    const all = await hr.rows<PersonView>('/people');
    expect(all.map(({ name }) => name)).toEqual(['Bo Li', 'Dou Si', 'office-hr', '安一', '蔡三']);
    const descending = await hr.list('/people', { sort: ['name', 'DESC'], range: [1, 2] });
    expect([totalOf(descending), (descending.body as PersonView[]).map(({ name }) => name)]).toEqual([
      5,
      ['安一', 'office-hr'],
    ]);
    expect(await names(hr, { q: 'o' })).toEqual(['Bo Li', 'Dou Si', 'office-hr']);
    expect(await names(hr, { q: 'bo l' })).toEqual(['Bo Li']);
    expect(await names(hr, { q: '安' })).toEqual(['安一']);
    expect(await names(hr, { q: '%' })).toEqual([]);
    expect(await names(hr, { team: '上海' })).toEqual(['Bo Li', '安一']);
    expect(await names(hr, { team: ['上海', '成都'], q: '一' })).toEqual(['安一']);
    expect(await names(hr, { team: 'nowhere' })).toEqual([]);
    expect((await hr.list('/people', { filter: { name: 'x' } })).status).toBe(400);
    expect((await hr.list('/people', { sort: ['team', 'ASC'] })).status).toBe(400);
  });

  it('stand where they are today, by the roster and the stage of their team', async () => {
    const { E1, E2, E4 } = company.people;
    expect(await person(E1)).toEqual({
      id: E1,
      name: '安一',
      identifiers: ['E1'],
      team: '上海',
      role: 'representative',
      stage: 'mature',
      revision: 1,
    });
    expect(await person(E2)).toMatchObject({ role: 'supervisor', stage: 'mature' });
    // Who left is nowhere, and stays who they are.
    expect(await person(E4)).toMatchObject({ name: 'Dou Si', team: null, role: null, stage: null });
    expect(await person(hr.person)).toMatchObject({ team: null });
    const moves = {
      employee_no: 'E1',
      employee_name: '安一',
      team: '成都',
      role: 'senior',
      from: '2026-11-01',
    };
    expect((await hr.post('/records', { dataset: 'roster', values: moves, reason: 'moves' })).status).toBe(
      201,
    );
    expect(await person(E1)).toMatchObject({ team: '上海' });
    await company.setClock('2026-10-31T15:59:00.000Z');
    expect(await person(E1)).toMatchObject({ team: '上海' });
    await company.setClock('2026-10-31T16:00:00.000Z');
    expect(await person(E1)).toMatchObject({ team: '成都', role: 'senior', stage: 'expansion' });
    expect(await names(hr, { team: '成都' })).toEqual(['安一', '蔡三']);
    await company.setClock('2026-10-08T01:00:00.000Z');
    expect(await names(hr, { team: '成都' })).toEqual(['蔡三']);
  });

  it('are seen as far as one’s role reaches, of others not even whether they are there', async () => {
    const { E1, E2, E3, E4 } = company.people;
    const manager = await company.as('manager', 'E2', ['上海']);
    expect(await names(manager)).toEqual(['Bo Li', '安一']);
    expect(await names(manager, { team: '成都' })).toEqual([]);
    expect(await names(manager, { q: '蔡' })).toEqual([]);
    expect(await person(E1, manager)).toMatchObject({ name: '安一' });
    for (const id of [E3, E4])
      expect(refusalOf(await manager.get(`/people/${id}`))).toEqual([403, 'access.denied']);
    const seller = await company.as('seller', 'E1');
    expect(await names(seller)).toEqual(['安一']);
    expect(refusalOf(await seller.get(`/people/${E2}`))).toEqual([403, 'access.denied']);
    for (const client of [hr, await company.as('auditor'), await company.as('admin')]) {
      expect((await client.get(`/people/${E3}`)).status).toBe(200);
    }
    expect(refusalOf(await hr.get('/people/nobody'))).toEqual([404, 'request.notFound']);
    for (const stranger of [manager, seller]) {
      const [there, nowhere] = [await stranger.get(`/people/${E3}`), await stranger.get('/people/nobody')];
      expect(refusalOf(nowhere)).toEqual(refusalOf(there));
    }
    for (const client of [manager, seller, await company.as('director'), await company.as('auditor')]) {
      expect(refusalOf(await rename(E1, 'x', 1, client))).toEqual([403, 'access.denied']);
    }
  });

  it('are called otherwise from now on everywhere, and the old name is nowhere any more', async () => {
    const { E1 } = company.people;
    const run = (await hr.job('/runs', { period })).made!;
    const before = (await hr.rows<ResultView>('/results', { filter: { run } })).find(
      (row) => row.person === E1,
    )!;
    expect(before.name).toBe('安一');
    expect(await documentsWith('安一')).not.toEqual([]);
    const answer = await rename(E1, '—', 1);
    expect([answer.status, answer.headers['etag'], answer.body]).toMatchObject([
      200,
      '"2"',
      { id: E1, name: '—', identifiers: ['E1'], team: '上海', revision: 2 },
    ]);
    expect(await documentsWith('安一')).toEqual([]);
    // What was judged stays as it was.
    const after = (await hr.rows<ResultView>('/results', { filter: { run } })).find(
      (row) => row.person === E1,
    )!;
    expect(after).toEqual({ ...before, name: '—' });
    expect((await hr.job(`/runs/${run}/verification`)).report).toEqual({ differences: 0 });
    const deals = await hr.rows<RecordView>('/records', { filter: { dataset: 'deals', person: E1 } });
    expect(deals.map(({ people }) => people)).toEqual([{ [E1]: '—' }, { [E1]: '—' }]);
    const [entry] = await hr.rows<AuditEntryView>('/audit', { filter: { resource: 'person', record: E1 } });
    expect(entry).toMatchObject({
      about: { id: E1, name: '—' },
      before: { revision: 1 },
      after: { revision: 2, changed: ['name'] },
      reason: 'asked for',
    });
    expect(await names(hr, { q: '安' })).toEqual([]);
    expect((await hr.rows('/people')).length).toBe(
      new Set((await hr.rows<PersonView>('/people')).map(({ id }) => id)).size,
    );
  });

  it('keep the name that was given them when the roster comes again with the old one', async () => {
    const { E1 } = company.people;
    const header = 'employee_no,employee_name,team,role,from,to';
    const rows = ['E1,安一,上海,representative,2023-01-01,2027-01-01', 'E9,Neu,上海,senior,2026-01-01,'];
    expect((await imported('roster', [header, ...rows])).report).toMatchObject({ changed: 1, added: 1 });
    expect(await person(E1)).toMatchObject({ name: '—', revision: 2 });
    expect(await documentsWith('安一')).toEqual([]);
    expect(await names(hr, { q: 'Neu' })).toEqual(['Neu']);
  });

  it('are changed by who saw them as they are only, however many try at once', async () => {
    const { E3 } = company.people;
    expect((await hr.put(`/people/${E3}`, { name: 'x' })).status).toBe(428);
    expect(refusalOf(await rename(E3, 'x', 0))).toEqual([412, 'request.stale']);
    expect(refusalOf(await rename('nobody', 'x', 1))).toEqual([404, 'request.notFound']);
    for (const name of ['', 'x'.repeat(201)]) expect((await rename(E3, name, 1)).status).toBe(400);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => rename(E3, `Name ${index}`, 1)),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200,
      ...Array<number>(7).fill(412),
    ]);
    const won = answers.find(({ status }) => status === 200)!.body as PersonView;
    expect(await person(E3)).toEqual(won);
    expect(await documentsWith('Name ')).toEqual([expect.stringMatching(/^people: /)]);
  });

  it('are in no answer that was kept either, a day later', async () => {
    expect(await documentsWith('安一', [])).not.toEqual([]);
    await company.setClock('2026-10-09T02:00:00.000Z');
    await upkeepOf({ ...company.app.services, clock: () => new Date('2026-10-09T02:00:00.000Z') }).pass();
    expect(await documentsWith('安一', [])).toEqual([]);
  });
});
