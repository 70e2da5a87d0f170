import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  Model,
  ModelVersionView,
  ModelView,
  Preflight,
  Problem,
  RunView,
} from '../../../schemas/index.ts';
import { approved } from '../../support/approve.ts';
import { refusalOf, type Client } from '../../support/client.ts';
import { openSmallCompany, storeKinds, type SmallCompany } from '../../support/small-company.ts';
import { withShift, withWeight } from './documents.ts';

describe.each(storeKinds)('publishing a version, on %s', (kind) => {
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
  const publish = (
    id: string,
    from: string,
    { client = hr, ifMatch = '"3"', reason = 'agreed', pastReason = 'late', key = '' } = {},
  ) =>
    client.post(
      `/model-versions/${id}/publication`,
      { from, reason, ...(pastReason !== '' && { pastReason }) },
      { ifMatch, ...(key !== '' && { key }) },
    );
  const drafted = async (key: string, change: (model: Model) => Model = (model) => model, client = ops) => {
    const { document } = await version(`${key}@1`);
    const made = await client.post('/model-versions', { key, basedOn: 1, document: change(document) });
    expect(made.status, made.text).toBe(201);
    return made.body as ModelVersionView;
  };
  const agreed = async (key: string, change?: (model: Model) => Model) =>
    approved(ops, director, (await drafted(key, change)).id);
  const submit = (id: string) =>
    ops.post(`/model-versions/${id}/submission`, { report: 'none', reason: 'look' }, { ifMatch: '"1"' });
  /** Which version of each model judges a period. */
  const holding = async (period: string) => {
    const { models } = (await hr.get(`/preflight?period=${period}`)).body as Preflight;
    return Object.fromEntries(models.map(({ key, version: number, hash }) => [key, [number, hash]]));
  };
  const published = async (key: string) =>
    ((await hr.get(`/models/${key}`)).body as ModelView).published.map(({ version: number, from }) => [
      number,
      from,
    ]);

  it.each([16, 14, '15.0000000001'])(
    'is refused where a weight of 15 is %s: saved it is all the same',
    async (weight) => {
      const draft = await drafted('mature', (model) => withWeight(model, 'nps', weight));
      const refused = await submit(draft.id);
      expect(refusalOf(refused)).toEqual([422, 'weights.sum']);
      expect((refused.body as Problem).issues[0]).toMatchObject({ severity: 'error', pointer: '/metrics' });
      expect(await version(draft.id)).toEqual(draft);
      expect(await published('mature')).toEqual([[1, null]]);
    },
  );

  it.each<[string, (model: Model) => Model, string]>([
    ['a band is left out', (model) => ({ ...model, bands: model.bands.toSpliced(1, 1) }), 'band.hole'],
    [
      'a formula names nothing',
      (model) => ({
        ...model,
        metrics: model.metrics.with(0, { ...model.metrics[0]!, formula: 'nothing / 2' }),
      }),
      'formula.unknownName',
    ],
    [
      'a measure reads a dataset that is not there',
      (model) =>
        JSON.parse(JSON.stringify(model).replaceAll('"dataset":"surveys"', '"dataset":"nothing"')) as Model,
      'measure.unknownDataset',
    ],
  ])('is refused where %s', async (_what, change, code) => {
    const draft = await drafted('mature', change);
    const [status, ...codes] = refusalOf(await submit(draft.id));
    expect(status).toBe(422);
    expect(codes).toContain(code);
    expect((await version(draft.id)).state).toBe('draft');
  });

  it.each(['2027-01', '2027', '2027-H1', '2027-Q5', '2027-01-01', 'whenever'])(
    'from %s, which is no quarter, is refused',
    async (from) => {
      const agreedVersion = await agreed('mature');
      expect(refusalOf(await publish(agreedVersion.id, from))).toEqual([422, 'model.period']);
      expect((await version(agreedVersion.id)).state).toBe('approved');
    },
  );

  it('needs a reason, the newest revision, and somebody who may', async () => {
    const draft = await agreed('mature');
    const path = `/model-versions/${draft.id}/publication`;
    expect((await hr.post(path, { from: '2027-Q1' }, { ifMatch: '"3"' })).status).toBe(400);
    expect(refusalOf(await hr.post(path, { from: '2027-Q1', reason: 'r' }))).toEqual([
      428,
      'request.ifMatchMissing',
    ]);
    expect(refusalOf(await publish(draft.id, '2027-Q1', { ifMatch: '"2"' }))).toEqual([412, 'request.stale']);
    for (const role of ['salesOps', 'auditor', 'manager', 'seller', 'admin'] as const) {
      const client = await company.as(role);
      expect(refusalOf(await publish(draft.id, '2027-Q1', { client }))).toEqual([403, 'access.denied']);
    }
    expect((await version(draft.id)).state).toBe('approved');
    const unapproved = await drafted('mature');
    expect(refusalOf(await publish(unapproved.id, '2027-Q1', { ifMatch: '"1"' }))).toEqual([
      409,
      'model.notApproved',
    ]);
  });

  it('for a period that is over asks why', async () => {
    const { id } = await agreed('mature');
    expect(refusalOf(await publish(id, '2026-Q3', { pastReason: '' }))).toEqual([
      422,
      'model.pastNeedsReason',
    ]);
    expect((await version(id)).state).toBe('approved');
  });

  it('from a period on leaves the periods before it on their version', async () => {
    const [first, before] = [await version('expansion@1'), await holding('2026-Q3')];
    const draft = await agreed('expansion', (model) => withShift(model, 'nps', 'satisfaction', 2));
    const answer = await publish(draft.id, '2026-Q3', { client: director, reason: 'works council agreed' });
    expect([answer.status, answer.headers['etag']]).toEqual([200, '"4"']);
    expect(answer.body).toMatchObject({
      state: 'published',
      from: '2026-Q3',
      reason: 'works council agreed',
      hash: draft.hash,
      document: draft.document,
      basedOn: 1,
      round: 1,
      report: draft.report,
      approvedBy: { id: director.person },
      pastReason: 'late',
    });
    // Who publishes it did not write it.
    expect((answer.body as ModelVersionView).authors).toEqual(draft.authors);
    expect(draft.authors.map(({ id }) => id)).toEqual([ops.person]);
    expect((answer.body as ModelVersionView).changedBy?.id).toBe(director.person);

    expect(before['expansion']).toEqual([1, first.hash]);
    expect((await holding('2026-Q2'))['expansion']).toEqual([1, first.hash]);
    expect((await holding('2026-Q3'))['expansion']).toEqual([draft.version, draft.hash]);
    expect((await holding('2027-Q1'))['expansion']).toEqual([draft.version, draft.hash]);
    expect(await holding('2026-Q3')).toEqual({ ...before, expansion: [draft.version, draft.hash] });
    expect(await version('expansion@1')).toEqual(first);
    expect(await published('expansion')).toEqual([
      [1, null],
      [draft.version, '2026-Q3'],
    ]);
  });

  it('is for later periods than the ones before it, each of its own time', async () => {
    const [earlier, later] = [
      await agreed('expansion', (model) => withShift(model, 'nps', 'satisfaction', 3)),
      await agreed('expansion', (model) => withShift(model, 'nps', 'satisfaction', 4)),
    ];
    expect(refusalOf(await publish(earlier.id, '2026-Q3'))).toEqual([409, 'model.publishedLater']);
    expect(refusalOf(await publish(earlier.id, '2025-Q4'))).toEqual([409, 'model.publishedLater']);
    expect((await publish(later.id, '2026-Q4')).status).toBe(200);
    expect(refusalOf(await publish(earlier.id, '2026-Q4'))).toEqual([409, 'model.publishedLater']);
    const versions = (await published('expansion')).map(([number]) => number);
    const of = async (period: string) => (await holding(period))['expansion']![0];
    expect([await of('2026-Q2'), await of('2026-Q3'), await of('2026-Q4'), await of('2027-Q3')]).toEqual([
      ...versions,
      later.version,
    ]);
  });

  it('is done once however often and by how many it is asked', async () => {
    const drafts = [];
    for (const weight of [1, 2, 3, 4]) {
      drafts.push(await agreed('expansion', (model) => withShift(model, 'nps', 'satisfaction', weight)));
    }
    const answers = await Promise.all(drafts.map(({ id }) => publish(id, '2027-Q2')));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
    const draft = await agreed('expansion');
    const same = await Promise.all(Array.from({ length: 4 }, () => publish(draft.id, '2027-Q3')));
    expect(same.filter(({ status }) => status === 200)).toHaveLength(1);
    const next = await agreed('expansion');
    const sent = await publish(next.id, '2028-Q1', { key: 'publish-next' });
    const again = await publish(next.id, '2028-Q1', { key: 'publish-next' });
    expect([sent.status, again.text]).toEqual([200, sent.text]);
    expect((await version(next.id)).revision).toBe(4);
    expect(refusalOf(await publish(next.id, '2028-Q2', { ifMatch: '"4"' }))).toEqual([
      409,
      'model.notApproved',
    ]);
  });

  it('is refused for a period with a locked run, and for those before it, as far as the lock reaches', async () => {
    const run = (await hr.job('/runs', { period: '2026-Q3' })).made!;
    const draft = await agreed('mature', (model) => withShift(model, 'nps', 'satisfaction', 1));
    const locked = await hr.post(`/runs/${run}/lock`, { reason: 'agreed' }, { ifMatch: '"1"' });
    expect(locked.status, locked.text).toBe(200);
    for (const from of ['2026-Q3', '2026-Q2', '2020-Q1']) {
      const refused = await publish(draft.id, from, { client: director });
      expect(refusalOf(refused)).toEqual([409, 'model.periodLocked']);
      expect((refused.body as Problem).issues[0]?.params).toEqual({ period: '2026-Q3' });
    }
    expect(await version(draft.id)).toEqual(draft);
    expect((await publish(draft.id, '2026-Q4', { client: director })).status).toBe(200);
    // The locked run says what it was judged by, as before.
    const { models, state } = (await hr.get(`/runs/${run}`)).body as RunView;
    expect([state, models.find(({ key }) => key === 'mature')?.version]).toEqual(['locked', 1]);
    expect((await hr.job(`/runs/${run}/verification`)).report).toEqual({ differences: 0 });
  });
});
