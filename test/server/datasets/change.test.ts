import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset, DatasetView, MeasurePreview, ModelVersionView } from '../../../schemas/index.ts';
import { refusalOf, type Client } from '../../support/client.ts';
import { openSmallCompany, period, storeKinds, type SmallCompany } from '../../support/small-company.ts';

const crossSold: Dataset['columns'][number] = {
  id: 'cross_sold',
  name: { zh: '交叉销售件数', en: 'Cross-sold items' },
  type: 'integer',
  required: false,
};

describe.each(storeKinds)('a dataset that HR changes, on %s', (kind) => {
  let company: SmallCompany;
  let hr: Client;
  beforeAll(async () => {
    company = await openSmallCompany(kind);
    hr = await company.as('hr');
  });
  afterAll(() => company.close());

  const view = async (id: string) => (await hr.get(`/datasets/${id}`)).body as DatasetView;
  const put = async (id: string, document: object, client = hr) => {
    const { revision } = await view(id);
    return client.put(`/datasets/${id}`, { document, reason: 'a new column' }, `"${revision}"`);
  };
  const codes = (answer: { body: unknown }) =>
    (answer.body as { issues: { code: string; pointer?: string }[] }).issues.map(({ code }) => code);

  it('has another column, a file fills it, and a measure of it gives figures before any model counts it', async () => {
    const { document } = await view('deals');
    const changed = await put('deals', { ...document, columns: [...document.columns, crossSold] });
    expect(changed.status).toBe(200);
    expect(await view('deals')).toMatchObject({ revision: 2 });
    const content = [
      'deal_id,seller,customer,customer_class,customer_kind,source,status,opened_on,closed_on,amount,cross_sold',
      'D1,E1,Acme,A,existing,repeat,won,2026-07-01,2026-07-20,800.00,3',
      'D2,E1,Birch,B,existing,repeat,won,2026-08-01,2026-08-20,300.00,0',
      'D3,E2,Cedar,A,existing,repeat,won,2026-08-02,2026-09-01,1500.00,5',
    ].join('\n');
    const upload = await hr.uploaded(`${content}\n`, 'deals.csv');
    const mapping = Object.fromEntries(upload.header.map((header) => [header, header]));
    const made = await hr.job('/imports', {
      upload: upload.id,
      dataset: 'deals',
      mapping,
      mode: 'allOrNothing',
      dryRun: false,
    });
    expect(made.state).toBe('done');

    const version = (await hr.get('/model-versions/mature@1')).body as ModelVersionView;
    const measure = {
      id: 'cross_sold',
      name: crossSold.name,
      aggregate: {
        kind: 'sum',
        dataset: 'deals',
        subject: 'seller',
        date: 'closed_on',
        column: 'cross_sold',
        whenEmpty: 'zero',
      },
    };
    const document2 = {
      ...version.document,
      measures: [...version.document.measures, measure],
      // What is wrong elsewhere in the draft does not matter.
      bands: [],
    };
    const answer = await hr.post('/measure-previews', { document: document2, measure: 'cross_sold', period });
    expect(refusalOf(answer)[0]).toBe(422);
    const preview = await hr.post('/measure-previews', {
      document: { ...document2, bands: [{ grade: version.document.grades[0]!.id }] },
      measure: 'cross_sold',
      period,
    });
    expect(preview.body as MeasurePreview).toMatchObject({ measure: 'cross_sold', people: 2, missing: 0 });
    expect((preview.body as MeasurePreview).figures.map(({ place, value }) => [place, value])).toEqual([
      ['lowest', '3'],
      ['highest', '5'],
    ]);
    // Of an empty column there is no figure.
    const empty = { ...measure, aggregate: { ...measure.aggregate, kind: 'max', column: 'amount' } };
    const { whenEmpty: _zero, ...aggregate } = empty.aggregate;
    const asked = { ...version.document, measures: [...version.document.measures, { ...empty, aggregate }] };
    const none = await hr.post('/measure-previews', {
      document: asked,
      measure: empty.id,
      period: '2020-Q1',
    });
    expect(none.status === 422 || (none.body as MeasurePreview).figures.length === 0).toBe(true);
    expect(
      refusalOf(
        await hr.post('/measure-previews', { document: version.document, measure: 'nothing', period }),
      ),
    ).toEqual([404, 'request.notFound']);
  });

  it('keeps what its records need', async () => {
    const { document } = await view('deals');
    const { columns } = document;
    const at = (id: string) => columns.findIndex((column) => column.id === id);
    const changed = (id: string, change: object) =>
      columns.map((column, index) => (index === at(id) ? { ...column, ...change } : column));
    const cases: [string, object][] = [
      ['dataset.columnKept', { columns: columns.filter(({ id }) => id !== 'amount') }],
      ['dataset.typeFixed', { columns: changed('customer', { type: 'text', separator: ';' }) }],
      ['dataset.placesFewer', { columns: changed('amount', { places: 0 }) }],
      [
        'dataset.newRequired',
        {
          columns: [
            ...columns,
            { ...crossSold, id: 'more', name: { zh: '其他', en: 'More' }, required: true },
          ],
        },
      ],
      ['dataset.keyFixed', { key: ['customer'] }],
      [
        'dataset.choiceKept',
        { columns: changed('status', { choices: [{ value: 'won' }, { value: 'lost' }] }) },
      ],
    ];
    for (const [code, change] of cases) {
      const answer = await put('deals', { ...document, ...change });
      expect([code, answer.status]).toEqual([code, 422]);
      expect(codes(answer)).toContain(code);
    }
    expect(codes(await put('deals', { ...document, id: 'other' }))).toEqual(['dataset.idFixed']);
    expect((await put('deals', { ...document, columns: [] })).status).toBe(422);
    expect(await view('deals')).toMatchObject({ document });
    // Another name and another heading are no trouble.
    const named = { ...document, name: { zh: '成交', en: 'Won deals' } };
    expect((await put('deals', named)).status).toBe(200);
    const stale = await hr.put('/datasets/deals', { document: named, reason: 'late' }, '"1"');
    expect(refusalOf(stale)).toEqual([412, 'request.stale']);
  });

  it('is made once, and changes freely until it has records', async () => {
    const document: Dataset = {
      format: 'meritscale/dataset/1',
      id: 'visits',
      name: { zh: '拜访', en: 'Visits' },
      key: ['person', 'day'],
      columns: [
        { id: 'person', name: { zh: '人员', en: 'Person' }, type: 'person', required: true },
        { id: 'day', name: { zh: '日期', en: 'Day' }, type: 'date', required: true },
      ],
    };
    const made = await hr.post('/datasets', { document, reason: 'visits count' });
    expect([made.status, (made.body as DatasetView).revision]).toEqual([201, 1]);
    expect(refusalOf(await hr.post('/datasets', { document, reason: 'again' }))).toEqual([
      409,
      'dataset.idTaken',
    ]);
    expect((await put('visits', { ...document, key: ['day'] })).status).toBe(200);
    const log = await hr.rows<{ resource: string; record: string; reason: string }>('/audit');
    expect(log.some(({ resource, record }) => resource === 'dataset' && record === 'visits')).toBe(true);
    expect(
      refusalOf(await (await company.as('director')).post('/datasets', { document, reason: 'no' })),
    ).toEqual([403, 'access.denied']);
  });

  it('is not opened by who may not see it', async () => {
    const { document } = await view('salaries');
    const open = {
      ...document,
      columns: document.columns.map(({ sensitivity: _gone, ...column }) => column),
    };
    const ops = await company.as('salesOps');
    expect(refusalOf(await put('salaries', open, ops))).toEqual([403, 'dataset.sensitivityKept']);
    expect((await put('salaries', open)).status).toBe(200);
  });
});
