import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntryView, Preflight, Problem, RecordView, TeamView } from '../../../schemas/index.ts';
import { refusalOf, type Client } from '../../support/client.ts';
import { openSmallCompany, storeKinds, type SmallCompany } from '../../support/small-company.ts';

describe.each(storeKinds)('teams and their stages over the API, on %s', (kind) => {
  let company: SmallCompany;
  let hr: Client;

  beforeAll(async () => {
    company = await openSmallCompany(kind);
    hr = await company.as('hr');
  });
  afterAll(() => company.close());

  const team = async (id: string, client = hr) => client.get(`/teams/${encodeURIComponent(id)}`);
  const viewOf = async (id: string) => (await team(id)).body as TeamView;
  const assign = (body: object, client = hr, key?: string) =>
    client.post('/stage-assignments', { reason: 'grown up', ...body }, key === undefined ? {} : { key });
  const stages = async () => hr.rows<RecordView>('/records', { filter: { dataset: 'team_stages' } });

  it('are listed with the stage of today, since when, and how many are there', async () => {
    const all = await hr.rows<TeamView>('/teams');
    expect(all.map(({ id, stage, since, members }) => [id, stage, since, members])).toEqual([
      ['上海', 'mature', '2020-01-01', 2],
      ['成都', 'expansion', '2022-01-01', 1],
    ]);
    expect(all[0]!.stages.map(({ stage, from, to }) => [stage, from, to])).toEqual([
      ['expansion', '2018-01-01', null],
      ['mature', '2020-01-01', null],
    ]);
    expect(await viewOf('上海')).toEqual(all[0]);
    expect((await hr.get(`/records/${encodeURIComponent(all[0]!.stages[1]!.record)}`)).body).toMatchObject({
      values: { stage: 'mature' },
    });
    const sorted = await hr.rows<TeamView>('/teams', {
      sort: ['members', 'ASC'],
      filter: { stage: 'expansion' },
    });
    expect(sorted.map(({ id }) => id)).toEqual(['成都']);
    expect(refusalOf(await team('nowhere'))).toEqual([404, 'request.notFound']);
  });

  it('are for their manager and for who sees all of them', async () => {
    const manager = await company.as('manager', 'E2', ['上海']);
    expect((await manager.rows<TeamView>('/teams')).map(({ id }) => id)).toEqual(['上海']);
    expect((await team('上海', manager)).status).toBe(200);
    expect(refusalOf(await team('成都', manager))).toEqual([404, 'request.notFound']);
    expect(refusalOf(await (await company.as('seller')).get('/teams'))).toEqual([403, 'access.denied']);
    for (const role of ['manager', 'seller', 'director', 'auditor', 'admin'] as const) {
      const client = await company.as(role, role === 'manager' ? 'E2' : undefined);
      const refused = await assign({ team: '上海', stage: 'expansion', from: '2026-11-01' }, client);
      expect(refusalOf(refused)).toEqual([403, 'access.denied']);
    }
  });

  it('go into another stage from a day on; what was before stays', async () => {
    const before = await viewOf('成都');
    const answer = await assign({ team: '成都', stage: 'mature', from: '2026-10-08' });
    expect(answer.status, answer.text).toBe(201);
    expect(answer.body).toMatchObject({ id: '成都', stage: 'mature', since: '2026-10-08' });
    expect((answer.body as TeamView).stages).toEqual([
      ...before.stages,
      { record: expect.any(String) as string, stage: 'mature', from: '2026-10-08', to: null },
    ]);
    expect(await viewOf('成都')).toEqual(answer.body);
    const [entry] = await hr.rows<AuditEntryView>('/audit', { filter: { resource: 'team' } });
    expect(entry).toMatchObject({
      action: 'create',
      record: '成都',
      after: { stage: 'mature', from: '2026-10-08' },
      reason: 'grown up',
      by: { id: hr.person },
    });
    // By the quarter's last day it is decided which model judges them.
    const judged = async (quarter: string) =>
      Object.fromEntries(
        ((await hr.get(`/preflight?period=${quarter}`)).body as Preflight).models.map(({ key, subjects }) => [
          key,
          subjects,
        ]),
      );
    expect(await judged('2026-Q3')).toMatchObject({ expansion: 1, mature: 2 });
    expect(await judged('2026-Q4')).toMatchObject({ mature: 3 });
  });

  it('from a later day on stay as they are until then', async () => {
    expect((await assign({ team: '上海', stage: 'expansion', from: '2026-12-01' })).status).toBe(201);
    expect(await viewOf('上海')).toMatchObject({ stage: 'mature', since: '2020-01-01' });
    await company.setClock('2026-12-01T08:00:00.000Z');
    expect(await viewOf('上海')).toMatchObject({ stage: 'expansion', since: '2026-12-01' });
    await company.setClock('2026-10-08T01:00:00.000Z');
  });

  it('are told so once, by the same request and by the same words', async () => {
    const [first, again] = [
      await assign({ team: '上海', stage: 'mature', from: '2027-02-01' }, hr, 'one-key'),
      await assign({ team: '上海', stage: 'mature', from: '2027-02-01' }, hr, 'one-key'),
    ];
    expect([first.status, again.status, again.text]).toEqual([201, 201, first.text]);
    const count = (await stages()).length;
    expect((await assign({ team: '上海', stage: 'mature', from: '2027-02-01' })).status).toBe(201);
    expect(await stages()).toHaveLength(count);
    const log = await hr.rows<AuditEntryView>('/audit', { filter: { resource: 'team', record: '上海' } });
    expect(log.filter(({ after }) => JSON.stringify(after).includes('2027-02-01'))).toHaveLength(1);
  });

  it.each<[string, object, number, string]>([
    ['a team nobody knows', { team: 'nowhere' }, 422, 'team.unknown'],
    ['a stage nobody knows', { stage: 'spring' }, 422, 'team.stageUnknown'],
    ['another stage on a day that has one', { stage: 'expansion', from: '2020-01-01' }, 409, 'team.sameDay'],
    ['a day there is not', { from: '2026-02-30' }, 400, 'request.invalid'],
    ['a day as Excel writes it', { from: '2026/3/1' }, 400, 'request.invalid'],
    ['no day', { from: undefined }, 400, 'request.invalid'],
    ['a field nobody knows', { to: '2027-01-01' }, 400, 'request.invalid'],
  ])('is refused for %s, and nothing is changed', async (_what, change, status, code) => {
    const before = await stages();
    const refused = await assign({ team: '上海', stage: 'mature', from: '2027-05-01', ...change });
    expect(refusalOf(refused)).toEqual([status, code]);
    expect((refused.body as Problem).status).toBe(status);
    expect(await stages()).toEqual(before);
  });

  it('two at once for one team and day are one, and the other is told', async () => {
    const answers = await Promise.all(
      ['mature', 'expansion', 'mature', 'expansion'].map((stage) =>
        assign({ team: '成都', stage, from: '2027-06-01' }),
      ),
    );
    const [stage] = (await viewOf('成都')).stages
      .filter(({ from }) => from === '2027-06-01')
      .map((span) => span.stage);
    for (const [index, answer] of answers.entries()) {
      const asked = index % 2 === 0 ? 'mature' : 'expansion';
      expect(refusalOf(answer)).toEqual(asked === stage ? [201] : [409, 'team.sameDay']);
    }
  });
});
