import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatasetView } from '../../../schemas/index.ts';
import { hashOf } from '../../../engine/index.ts';
import { refusalOf, totalOf, type Client } from '../../support/client.ts';
import { openSmallCompany, storeKinds, type SmallCompany } from '../../support/small-company.ts';

describe.each(storeKinds)('datasets over the API, on %s', (kind) => {
  let company: SmallCompany;
  let ops: Client;

  beforeAll(async () => {
    company = await openSmallCompany(kind);
    ops = await company.as('salesOps');
  });
  afterAll(() => company.close());

  const dataset = async (id: string) => (await ops.get(`/datasets/${id}`)).body as DatasetView;
  const imported = async (file: string, content: string, dryRun = false) => {
    const upload = await ops.uploaded(content, file);
    const mapping = Object.fromEntries(upload.header.map((header) => [header, header]));
    return ops.job('/imports', {
      upload: upload.id,
      dataset: 'salaries',
      mapping,
      mode: 'allOrNothing',
      dryRun,
    });
  };

  it('are listed by id, each with its definition and the hash it is known by', async () => {
    const all = await ops.rows<DatasetView>('/datasets');
    expect(all.map(({ id }) => id)).toEqual([
      'collections',
      'complaints',
      'customer_base',
      'deals',
      'proposals',
      'roster',
      'salaries',
      'surveys',
      'targets',
      'team_stages',
    ]);
    for (const view of all) {
      expect(view.document.id).toBe(view.id);
      expect(view.hash).toBe(hashOf(view.document));
      expect(await dataset(view.id)).toEqual(view);
    }
    const page = await ops.list('/datasets', { sort: ['id', 'DESC'], range: [1, 2] });
    expect((page.body as DatasetView[]).map(({ id }) => id)).toEqual(['targets', 'surveys']);
    expect([totalOf(page), page.headers['content-range']]).toEqual([10, 'items 1-2/10']);
  });

  it('into which nothing was imported say so; the others, how often and what last', async () => {
    expect(await dataset('collections')).toMatchObject({ imports: 0, last: null });
    expect(await dataset('deals')).toMatchObject({
      imports: 1,
      last: { at: null, by: null, file: 'deals.csv', rows: 6, added: 6, changed: 0 },
    });
  });

  it('tell of an import once it counts: of no trial, and of no file that changed nothing', async () => {
    const before = await dataset('salaries');
    const content =
      'person,from,monthly_salary\nE1,2025-01-01,21000\nE2,2025-01-01,30000.00\nE3,2025-01-01,9000\n';
    expect((await imported('trial.csv', content, true)).report).toMatchObject({
      added: 1,
      changed: 1,
      committed: false,
    });
    expect(await dataset('salaries')).toEqual(before);
    await company.setClock('2026-10-09T08:00:00.000Z');
    expect((await imported('salaries-october.csv', content)).report).toMatchObject({ committed: true });
    expect(await dataset('salaries')).toEqual({
      ...before,
      imports: 2,
      last: {
        at: '2026-10-09T08:00:00.000Z',
        by: { id: ops.person, name: 'office-salesOps' },
        file: 'salaries-october.csv',
        rows: 3,
        added: 1,
        changed: 1,
      },
    });
    await imported('again.csv', content);
    expect(await dataset('salaries')).toMatchObject({ imports: 2, last: { file: 'salaries-october.csv' } });
    expect(await dataset('deals')).toMatchObject({ imports: 1 });
  });

  it('are there for who works with data, and for nobody else', async () => {
    for (const role of ['hr', 'director', 'auditor'] as const) {
      expect(await (await company.as(role)).rows('/datasets')).toHaveLength(10);
    }
    for (const role of ['manager', 'seller', 'admin'] as const) {
      const client = await company.as(role);
      expect(refusalOf(await client.get('/datasets'))).toEqual([403, 'access.denied']);
      expect(refusalOf(await client.get('/datasets/deals'))).toEqual([403, 'access.denied']);
    }
    for (const id of ['nothing', 'Deals', '%2e', 'current%2Fdataset']) {
      expect(refusalOf(await ops.get(`/datasets/${id}`))).toEqual([404, 'request.notFound']);
    }
    expect((await ops.list('/datasets', { filter: { id: 'deals' } })).status).toBe(400);
    expect((await ops.list('/datasets', { sort: ['hash', 'ASC'] })).status).toBe(400);
  });
});
