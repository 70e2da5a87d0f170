import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Model, ModelVersionView, ModelView } from '../../../schemas/index.ts';
import { codesOf, refusalOf, totalOf, type Client } from '../../support/client.ts';
import { openSmallCompany, storeKinds, type SmallCompany } from '../../support/small-company.ts';
import { withWeight } from './documents.ts';

describe.each(storeKinds)('versions of a model, on %s', (kind) => {
  let company: SmallCompany;
  let hr: Client;
  let ops: Client;

  beforeAll(async () => {
    company = await openSmallCompany(kind);
    hr = await company.as('hr');
    ops = await company.as('salesOps');
  });
  afterAll(() => company.close());

  const version = async (id: string, client = hr) =>
    (await client.get(`/model-versions/${id}`)).body as ModelVersionView;
  const drafted = async (key = 'mature', client = hr) =>
    (await client.post('/model-versions', { key, basedOn: 1, reason: 'a draft' })).body as ModelVersionView;
  const saved = (draft: ModelVersionView, document: Model, client = hr) =>
    client.put(`/model-versions/${draft.id}`, { document, reason: 'tried' }, `"${draft.revision}"`);

  it('an edit makes a new version, a draft; the one that holds stays as it was', async () => {
    const before = await version('mature@1');
    const made = await hr.post('/model-versions', { key: 'mature', basedOn: 1, reason: 'for next year' });
    expect([made.status, made.headers['etag']]).toEqual([201, '"1"']);
    const draft = made.body as ModelVersionView;
    expect(draft).toMatchObject({
      id: 'mature@2',
      version: 2,
      revision: 1,
      state: 'draft',
      basedOn: 1,
      from: null,
      reason: 'for next year',
      document: before.document,
      hash: before.hash,
      changedAt: '2026-10-08T01:00:00.000Z',
    });
    const changed = await saved(draft, withWeight(draft.document, 'nps', 16));
    expect([changed.status, changed.headers['etag']]).toEqual([200, '"2"']);
    expect(await version('mature@2')).toEqual(changed.body);
    expect(await version('mature@1')).toEqual(before);
    const [model] = (await hr.rows<ModelView>('/models')).filter(({ id }) => id === 'mature');
    expect(model).toMatchObject({
      published: [{ version: 1, from: null, hash: before.hash }],
      draft: 2,
      newest: 2,
    });
  });

  it('is known by the SHA-256 of its RFC 8785 form, wherever its fields stand', async () => {
    const draft = await drafted();
    const document = withWeight(draft.document, 'nps', 1);
    const reversed = Object.fromEntries(Object.entries(document).toReversed()) as unknown as Model;
    const { hash } = (await saved(draft, reversed)).body as ModelVersionView;
    expect(hash).toBe(createHash('sha256').update(canonicalize(document)!).digest('hex'));
    expect(hash).not.toBe(draft.hash);
  });

  it('can be saved whatever its weights add up to', async () => {
    let draft = await drafted();
    for (const weight of [100, 0, '33.3333333333', 15]) {
      const response = await saved(draft, withWeight(draft.document, 'nps', weight));
      expect(response.status).toBe(200);
      draft = response.body as ModelVersionView;
      expect(draft).toMatchObject({ state: 'draft' });
      expect((await version(draft.id)).document.metrics.find(({ id }) => id === 'nps')?.weight).toBe(weight);
    }
  });

  it('keeps everybody who wrote it, in the order of their first change, and once', async () => {
    let draft = await drafted('expansion', ops);
    const authors = () => draft.authors.map(({ id }) => id);
    expect(draft.authors).toEqual([{ id: ops.person, name: 'office-salesOps' }]);
    // Saved without a change, it was not written.
    draft = (await saved(draft, draft.document)).body as ModelVersionView;
    expect(authors()).toEqual([ops.person]);
    expect(draft.changedBy?.id).toBe(hr.person);
    for (const [client, weight] of [
      [hr, 1],
      [ops, 2],
      [hr, 3],
    ] as const) {
      draft = (await saved(draft, withWeight(draft.document, 'nps', weight), client))
        .body as ModelVersionView;
    }
    expect(authors()).toEqual([ops.person, hr.person]);
    expect((await version('expansion@1')).authors).toEqual([]);
  });

  it.each<[string, (document: Model) => unknown, number, string, string]>([
    ['no weight', (document) => ({ ...document, metrics: [{ id: 'nps' }] }), 422, 'schema.', '/metrics/0'],
    ['a field nobody knows', (document) => ({ ...document, other: 1 }), 422, 'schema.', '/other'],
    ['another key', (document) => ({ ...document, key: 'other' }), 422, 'model.otherKey', '/key'],
    ['another stage', (document) => ({ ...document, stage: 'mature' }), 422, 'model.otherKey', '/stage'],
    ['another cadence', (document) => ({ ...document, cadence: 'month' }), 422, 'model.otherKey', '/cadence'],
    ['another subject', (document) => ({ ...document, subject: 'team' }), 422, 'model.otherKey', '/subject'],
    [
      'no text for a name',
      (document) => ({ ...document, name: { zh: '', en: 'x' } }),
      422,
      'schema.',
      '/name/zh',
    ],
    ['a list instead of a model', () => [], 400, 'request.invalid', '/document'],
  ])('what has %s is no draft of it, and nothing is saved', async (_what, change, status, code, pointer) => {
    const draft = await drafted('expansion');
    const document = change(draft.document);
    for (const response of [
      await hr.put(`/model-versions/${draft.id}`, { document: document as Model }, '"1"'),
      await hr.post('/model-versions', { key: 'expansion', basedOn: 1, document }),
    ]) {
      expect(response.status).toBe(status);
      expect(codesOf(response)[0]).toContain(code);
      expect(
        (response.body as { issues: { pointer: string }[] }).issues.map((issue) => issue.pointer),
      ).toContain(pointer);
    }
    expect(await version(draft.id)).toEqual(draft);
    expect((await hr.get(`/model-versions/expansion@${draft.version + 1}`)).status).toBe(404);
  });

  it('is changed by who saw its newest revision only, however many try at once', async () => {
    const draft = await drafted();
    const document = withWeight(draft.document, 'nps', 7);
    expect(refusalOf(await hr.put(`/model-versions/${draft.id}`, { document }))).toEqual([
      428,
      'request.ifMatchMissing',
    ]);
    expect(refusalOf(await hr.put(`/model-versions/${draft.id}`, { document }, '"2"'))).toEqual([
      412,
      'request.stale',
    ]);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => saved(draft, withWeight(draft.document, 'nps', index + 20))),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200,
      ...Array<number>(7).fill(412),
    ]);
    const [won] = answers.filter(({ status }) => status === 200);
    expect(await version(draft.id)).toEqual(won!.body);
  });

  it('can be put on another published version, and on no other', async () => {
    const draft = await drafted();
    const put = (basedOn: number, revision: number) =>
      hr.put(`/model-versions/${draft.id}`, { document: draft.document, basedOn }, `"${revision}"`);
    expect(refusalOf(await put(draft.version, 1))).toEqual([422, 'model.baseNotPublished']);
    expect(refusalOf(await put(999, 1))).toEqual([422, 'model.baseNotPublished']);
    expect((await put(1, 1)).body).toMatchObject({ basedOn: 1, revision: 2 });
  });

  it('given up, it stays to be read under its number, which nobody else gets', async () => {
    const draft = await drafted();
    expect(refusalOf(await hr.remove(`/model-versions/${draft.id}`))).toEqual([
      428,
      'request.ifMatchMissing',
    ]);
    const removed = await hr.remove(`/model-versions/${draft.id}`, '"1"');
    expect([removed.status, removed.body]).toMatchObject([
      200,
      { state: 'withdrawn', revision: 2, version: draft.version },
    ]);
    expect(await version(draft.id)).toEqual(removed.body);
    const rejected = removed.body as ModelVersionView;
    expect(refusalOf(await saved(rejected, draft.document))).toEqual([409, 'model.notDraft']);
    expect(refusalOf(await hr.remove(`/model-versions/${draft.id}`, '"2"'))).toEqual([409, 'model.notDraft']);
    const publication = await hr.post(
      `/model-versions/${draft.id}/publication`,
      { from: '2027-Q1', reason: 'all the same' },
      { ifMatch: '"2"' },
    );
    expect(refusalOf(publication)).toEqual([409, 'model.notApproved']);
    expect((await drafted()).version).toBe(draft.version + 1);
  });

  it('that is published is never changed', async () => {
    const before = await version('expansion@1');
    expect(refusalOf(await saved(before, withWeight(before.document, 'nps', 1)))).toEqual([
      409,
      'model.notDraft',
    ]);
    expect(refusalOf(await hr.remove('/model-versions/expansion@1', '"1"'))).toEqual([409, 'model.notDraft']);
    expect(await version('expansion@1')).toEqual(before);
  });

  it('can be made from any other, a draft too, but from one that is there', async () => {
    const draft = await drafted();
    const changed = (await saved(draft, withWeight(draft.document, 'nps', 42))).body as ModelVersionView;
    const next = await hr.post('/model-versions', { key: 'mature', basedOn: draft.version });
    expect(next.body).toMatchObject({
      basedOn: draft.version,
      document: changed.document,
      hash: changed.hash,
    });
    for (const body of [
      { key: 'mature', basedOn: 999 },
      { key: 'nothing', basedOn: 1 },
    ]) {
      expect(refusalOf(await hr.post('/model-versions', body))).toEqual([404, 'request.notFound']);
    }
    const made = await Promise.all(Array.from({ length: 6 }, () => drafted()));
    expect(new Set(made.map(({ id }) => id)).size).toBe(6);
  });

  it('as a draft is for who works on it or looks over it; others see what is published', async () => {
    const draft = await drafted();
    const all = (await hr.rows<ModelVersionView>('/model-versions', { filter: { key: 'mature' } })).length;
    for (const role of ['hr', 'salesOps', 'director', 'auditor'] as const) {
      const client = await company.as(role);
      expect((await client.get(`/model-versions/${draft.id}`)).status).toBe(200);
      expect(await client.rows('/model-versions', { filter: { key: 'mature' } })).toHaveLength(all);
    }
    for (const role of ['manager', 'seller'] as const) {
      const client = await company.as(role);
      expect(refusalOf(await client.get(`/model-versions/${draft.id}`))).toEqual([404, 'request.notFound']);
      const seen = await client.rows<ModelVersionView>('/model-versions', { filter: { key: 'mature' } });
      expect(seen.map(({ id }) => id)).toEqual(['mature@1']);
      expect((await client.get('/models/mature')).body).toMatchObject({ draft: null, newest: 1 });
      expect((await client.post('/model-versions', { key: 'mature', basedOn: 1 })).status).toBe(403);
    }
    expect((await (await company.as('admin')).get('/model-versions/mature@1')).status).toBe(403);
    const director = await company.as('director');
    expect((await saved(draft, draft.document, director)).status).toBe(403);
  });

  it('are listed by number, filtered by state, a page at a time', async () => {
    const filter = { key: 'mature' };
    const all = await hr.rows<ModelVersionView>('/model-versions', { filter, sort: ['version', 'DESC'] });
    const numbers = all.map((item) => item.version);
    expect(numbers).toEqual(Array.from(numbers, (_, index) => numbers.length - index));
    const page = await hr.list('/model-versions', { filter, sort: ['version', 'DESC'], range: [1, 3] });
    expect((page.body as ModelVersionView[]).map(({ id }) => id)).toEqual(
      all.slice(1, 4).map(({ id }) => id),
    );
    expect(totalOf(page)).toBe(all.length);
    const withdrawn = await hr.rows<ModelVersionView>('/model-versions', {
      filter: { ...filter, state: 'withdrawn' },
    });
    expect(withdrawn.map(({ id }) => id)).toEqual(
      all
        .filter(({ state }) => state === 'withdrawn')
        .map(({ id }) => id)
        .toReversed(),
    );
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['draft', 'withdrawn', 'published']));
    expect((await hr.list('/model-versions')).status).toBe(400);
    for (const id of ['mature', 'mature@0', 'mature@x', 'nothing@1', 'mature@999999', '%00@1', '@1']) {
      expect((await hr.get(`/model-versions/${id}`)).status).toBe(404);
    }
  });

  it('keep what is no model yet as it was typed, until it is one; it is not put up for review', async () => {
    const hr = await company.as('hr');
    const draft = (await hr.post('/model-versions', { key: 'mature', basedOn: 1, reason: 'JSON' }))
      .body as ModelVersionView;
    const path = `/model-versions/${draft.id}`;
    const text = '{ "key": "mature", "metrics": [ …';
    const kept = await hr.put(path, { document: draft.document, text }, '"1"');
    expect(kept.body).toMatchObject({ revision: 2, text, hash: draft.hash, state: 'draft' });
    expect((await hr.get(path)).body).toMatchObject({ text });
    const put = await hr.post(`${path}/submission`, { report: 'x', reason: 'y' }, { ifMatch: '"2"' });
    expect(refusalOf(put)).toEqual([409, 'model.unreadText']);
    const taken = await hr.put(path, { document: draft.document }, '"2"');
    expect(taken.body).toMatchObject({ revision: 3, text: null });
  });
});
