import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openJudging, tableOf } from '../../../admin/what-if/judged.ts';
import { compile, evaluate } from '../../../engine/index.ts';
import type { ModelVersionView, WhatIfFigures } from '../../../schemas/index.ts';
import { refusalOf, type Client } from '../../support/client.ts';
import { openSmallCompany, period, storeKinds, type SmallCompany } from '../../support/small-company.ts';
import { withShift } from '../models/documents.ts';

describe.each(storeKinds)('the figures for a what-if, on %s', (kind) => {
  let company: SmallCompany;
  let hr: Client;
  beforeAll(async () => {
    company = await openSmallCompany(kind);
    hr = await company.as('hr');
  });
  afterAll(() => company.close());
  const path = (id: string, of = period) => `/model-versions/${id}/figures?period=${of}`;
  const version = async (id: string) => (await hr.get(`/model-versions/${id}`)).body as ModelVersionView;

  it('are what a run judges by: a browser comes to the same results', async () => {
    const figures = (await hr.get(path('mature@1'))).body as WhatIfFigures;
    const { document } = await version('mature@1');
    const results = evaluate(compile(document), tableOf(figures));
    const run = (await hr.job('/runs', { period })).made!;
    const stored = await hr.rows<{ person: string; composite: string | null; grade: string | null }>(
      '/results',
      {
        filter: { run, model: 'mature' },
      },
    );
    expect(results.length).toBeGreaterThan(0);
    const short = results.map(({ subject, composite, grade }) => [subject, composite, grade]);
    const all = stored.map(({ person, composite, grade }) => [person, composite, grade]);
    expect(new Set(short.map((one) => JSON.stringify(one)))).toEqual(
      new Set(all.map((one) => JSON.stringify(one))),
    );
    expect(figures.subjects.every(({ name }) => name !== null)).toBe(true);
  });

  it('judged in the browser by a changed model, they say what a whole evaluation of it says', async () => {
    const figures = (await hr.get(path('mature@1'))).body as WhatIfFigures;
    const { document } = await version('mature@1');
    const judging = openJudging(document, figures);
    const same = judging.change(document)!;
    expect(same).toMatchObject({ people: 2, moved: 0, up: 0, down: 0, movers: [] });
    const changed = withShift(document, 'satisfaction', 'retention', 20);
    const told = judging.change({ ...changed, bands: document.bands.map((band) => ({ ...band })) })!;
    const [before, after] = [document, changed].map((model) => evaluate(compile(model), tableOf(figures)));
    const moved = after!.filter(({ grade }, row) => grade !== before![row]!.grade);
    expect(told.moved).toBe(moved.length);
    expect(told.grades.reduce((sum, grade) => sum + grade.after, 0)).toBe(2);
    for (const { grade, after: count } of told.grades)
      expect(count).toBe(after!.filter((result) => result.grade === grade).length);
    expect(judging.change({ ...changed, metrics: [] })).toBeUndefined();
    expect(
      judging
        .sensitivity(document)
        .map(({ metric }) => metric)
        .toSorted(),
    ).toEqual(document.metrics.map(({ id }) => id).toSorted());
  });

  it('are without pay, and refused to who may not see what the model judges by', async () => {
    const figures = (await hr.get(path('mature@1'))).body as WhatIfFigures;
    const { document } = await version('mature@1');
    const draft = (
      await hr.post('/model-versions', {
        key: 'mature',
        basedOn: 1,
        document: {
          ...document,
          measures: [
            ...document.measures,
            {
              id: 'salary',
              name: { zh: '月薪', en: 'Salary' },
              aggregate: {
                kind: 'sum',
                dataset: 'salaries',
                subject: 'person',
                date: 'from',
                column: 'monthly_salary',
                whenEmpty: 'zero',
              },
            },
          ],
        },
      })
    ).body as ModelVersionView;
    expect(draft.state).toBe('draft');
    // A measure that nothing but pay reads is not sent.
    const unread = (await hr.get(path(draft.id))).body as WhatIfFigures;
    expect(Object.keys(unread.numbers)).toEqual(Object.keys(figures.numbers));
    const ops = await company.as('salesOps');
    expect((await ops.get(path(draft.id))).status).toBe(200);
    const metrics = draft.document.metrics.with(0, {
      ...draft.document.metrics[0]!,
      formula: 'salary + 0 * target',
    });
    const read = await hr.put(
      `/model-versions/${draft.id}`,
      { document: { ...draft.document, metrics } },
      '"1"',
    );
    expect(read.status, read.text).toBe(200);
    expect(refusalOf(await ops.get(path(draft.id)))).toEqual([403, 'figures.hidden']);
    expect((await hr.get(path(draft.id))).status).toBe(200);
  });

  it('are for who works on models, of periods and versions that there are', async () => {
    for (const role of ['manager', 'seller', 'auditor', 'admin'] as const) {
      const client = await company.as(role);
      expect((await client.get(path('mature@1'))).status).toBe(403);
    }
    expect((await hr.get(path('mature@99'))).status).toBe(404);
    expect((await hr.get(path('mature@1', 'whenever'))).status).toBe(422);
    expect((await hr.get('/model-versions/mature@1/figures')).status).toBe(400);
  });
});
