import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelRevisionView, ModelVersionView } from '../../../schemas/index.ts';
import { approved, putUp, reportOf, stepped } from '../../support/approve.ts';
import { clientOf, refusalOf, type Client } from '../../support/client.ts';
import { openSmallCompany, storeKinds, type SmallCompany } from '../../support/small-company.ts';
import { withShift } from './documents.ts';

describe.each(storeKinds)('the way of a version from draft to approved, on %s', (kind) => {
  let company: SmallCompany;
  let hr: Client;
  let ops: Client;
  let director: Client;
  beforeAll(async () => {
    company = await openSmallCompany(kind);
    [hr, ops, director] = await Promise.all([
      company.as('hr'),
      company.as('salesOps'),
      company.as('director'),
    ]);
  });
  afterAll(() => company.close());

  const version = async (id: string) => (await hr.get(`/model-versions/${id}`)).body as ModelVersionView;
  const drafted = async (by: Client = ops, basedOn = 1) => {
    const made = await by.post('/model-versions', { key: 'mature', basedOn });
    expect(made.status, made.text).toBe(201);
    return made.body as ModelVersionView;
  };
  const step = async (by: Client, id: string, name: string, body: object = { reason: 'because' }) =>
    by.post(`/model-versions/${id}/${name}`, body, { ifMatch: `"${(await version(id)).revision}"` });
  const edited = async (by: Client, id: string, weight: number) => {
    const { document, revision } = await version(id);
    return by.put(
      `/model-versions/${id}`,
      { document: withShift(document, 'nps', 'satisfaction', weight) },
      `"${revision}"`,
    );
  };

  it('numbers the rounds, and tells every step with who took it and why', async () => {
    const { id } = await drafted();
    await putUp(ops, id);
    await stepped(hr, id, 'return', { reason: 'retention counts for too little' });
    expect(await version(id)).toMatchObject({ state: 'draft', round: 1 });
    expect((await edited(ops, id, 2)).status).toBe(200);
    await putUp(ops, id);
    const done = await stepped(director, id, 'approval', { reason: 'good' });
    expect(done).toMatchObject({ state: 'approved', round: 2, approvedBy: { id: director.person } });
    const steps = await hr.rows<ModelRevisionView>('/model-revisions', {
      filter: { version: id },
      sort: ['revision', 'DESC'],
    });
    expect(steps.map(({ state, round, by, reason }) => [state, round, by?.id, reason])).toEqual([
      ['approved', 2, director.person, 'good'],
      ['inReview', 2, ops.person, 'please look'],
      ['draft', 1, ops.person, null],
      ['draft', 1, hr.person, 'retention counts for too little'],
      ['inReview', 1, ops.person, 'please look'],
      ['draft', 0, ops.person, null],
    ]);
  });

  it('cannot be gone without a fresh impact report of this very draft', async () => {
    const [draft, other] = [await drafted(), await drafted()];
    const submit = (report: string) => step(ops, draft.id, 'submission', { report, reason: 'look' });
    expect(refusalOf(await submit('none'))).toEqual([409, 'impact.missing']);
    expect(refusalOf(await submit(await reportOf(ops, other.id)))).toEqual([409, 'impact.otherDraft']);
    const report = await reportOf(ops, draft.id);
    await edited(ops, draft.id, 1);
    expect(refusalOf(await submit(report))).toEqual([409, 'impact.stale']);
    const fresh = await reportOf(ops, draft.id);
    expect((await submit(fresh)).status).toBe(200);
    expect(await version(draft.id)).toMatchObject({ state: 'inReview', report: fresh });
  });

  it('is not approved by anybody who wrote in it, nor in a draft that it was made from', async () => {
    const writer = await company.as('hr', 'writer');
    const first = await drafted(ops);
    const second = await drafted(writer, first.version);
    expect(second.authors.map(({ id }) => id)).toEqual([ops.person, writer.person]);
    expect((await edited(writer, second.id, 3)).status).toBe(200);
    await putUp(writer, second.id);
    expect((await version(second.id)).authors.map(({ id }) => id)).toEqual([ops.person, writer.person]);
    // Who drafts has no right to approve; a director who wrote in it may not either.
    const writing = [{ role: 'salesOps' }, { role: 'director' }] as const;
    const both = await clientOf(company.app, 'writes-and-approves', writing);
    const own = await drafted(both);
    await putUp(both, own.id);
    expect(refusalOf(await step(both, own.id, 'approval'))).toEqual([409, 'model.ownChange']);
    expect((await step(ops, second.id, 'approval')).status).toBe(403);
    expect((await step(hr, second.id, 'approval')).status).toBe(403);
    expect((await step(director, second.id, 'approval')).status).toBe(200);
  });

  it('is stale where data came after the report: then it is not approved', async () => {
    const { id } = await drafted();
    await putUp(ops, id);
    const values = { person: 'E1', from: '2026-08-01', monthly_salary: '21000.00' };
    expect((await hr.post('/records', { dataset: 'salaries', values, reason: 'Rise' })).status).toBe(201);
    expect(refusalOf(await step(director, id, 'approval'))).toEqual([409, 'impact.stale']);
    await stepped(ops, id, 'withdrawal', { reason: 'renew the report' });
    expect(await approved(ops, director, id)).toMatchObject({ state: 'approved', round: 2 });
  });

  it('is not published once another version is in force than the report compares with', async () => {
    const [mine, theirs] = [await drafted(), await drafted()];
    expect((await edited(ops, theirs.id, 4)).status).toBe(200);
    for (const { id } of [mine, theirs]) await approved(ops, director, id);
    const publish = (id: string, from: string) =>
      step(director, id, 'publication', { from, reason: 'agreed' });
    expect((await publish(theirs.id, '2027-Q1')).status).toBe(200);
    expect(refusalOf(await publish(mine.id, '2027-Q2'))).toEqual([409, 'impact.stale']);
  });

  it('is refused from any other state, without a reason, a revision, or the right', async () => {
    const { id } = await drafted();
    for (const name of ['approval', 'return', 'rejection']) {
      expect(refusalOf(await step(director, id, name))).toEqual([409, 'model.otherState']);
    }
    expect(refusalOf(await step(ops, id, 'withdrawal'))).toEqual([409, 'model.otherState']);
    await putUp(ops, id);
    expect(refusalOf(await edited(ops, id, 1))).toEqual([409, 'model.notDraft']);
    expect((await step(director, id, 'approval', {})).status).toBe(400);
    expect((await step(director, id, 'approval', { reason: '' })).status).toBe(400);
    expect(refusalOf(await director.post(`/model-versions/${id}/approval`, { reason: 'x' }))).toEqual([
      428,
      'request.ifMatchMissing',
    ]);
    expect(
      refusalOf(await director.post(`/model-versions/${id}/approval`, { reason: 'x' }, { ifMatch: '"1"' })),
    ).toEqual([412, 'request.stale']);
    for (const role of ['manager', 'seller', 'auditor', 'admin'] as const) {
      const client = await company.as(role);
      for (const name of ['approval', 'return', 'rejection', 'withdrawal', 'submission']) {
        const body = name === 'submission' ? { report: 'x', reason: 'x' } : { reason: 'x' };
        expect((await step(client, id, name, body)).status).toBe(403);
      }
      if (role !== 'auditor') {
        expect([403, 404]).toContain(
          (await client.list('/model-revisions', { filter: { version: id } })).status,
        );
      }
    }
    await stepped(director, id, 'rejection', { reason: 'no' });
    expect(refusalOf(await step(director, id, 'approval'))).toEqual([409, 'model.otherState']);
    expect(await version(id)).toMatchObject({ state: 'rejected' });
  });

  it('sent again under its key is done once', async () => {
    const { id } = await drafted();
    await putUp(ops, id);
    const send = () =>
      director.post(
        `/model-versions/${id}/approval`,
        { reason: 'good' },
        { ifMatch: '"2"', key: 'approve-once' },
      );
    const [first, again] = [await send(), await send()];
    expect([first.status, again.text]).toEqual([200, first.text]);
    expect((await version(id)).revision).toBe(3);
  });

  it('begins anew from any version that ever was: restoring is a new draft', async () => {
    const { id, version: number } = await drafted();
    await putUp(ops, id);
    await stepped(director, id, 'rejection', { reason: 'no' });
    const again = await drafted(ops, number);
    expect(again).toMatchObject({
      state: 'draft',
      basedOn: number,
      round: 0,
      report: null,
      approvedBy: null,
    });
  });
});
