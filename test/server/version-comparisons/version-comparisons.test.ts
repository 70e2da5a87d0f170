import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatExact, parseDecimal } from '../../../engine/number/decimal.ts';
import { add, zero } from '../../../engine/number/rational.ts';
import type {
  CompanyView,
  SideBySide,
  ModelVersionView,
  VersionComparisonView,
  VersionMovementView,
} from '../../../schemas/index.ts';
import { refusalOf, type Client } from '../../support/client.ts';
import { openSmallCompany, period, storeKinds, type SmallCompany } from '../../support/small-company.ts';
import { withShift } from '../models/documents.ts';

describe.each(storeKinds)('two versions of a model on stored data, on %s', (kind) => {
  let company: SmallCompany;
  let hr: Client;
  let draft: ModelVersionView;
  beforeAll(async () => {
    company = await openSmallCompany(kind);
    hr = await company.as('hr');
    const base = (await hr.get('/model-versions/mature@1')).body as ModelVersionView;
    const document = withShift(base.document, 'satisfaction', 'retention', 5);
    draft = (await hr.post('/model-versions', { key: 'mature', basedOn: 1, document, reason: 'Retention' }))
      .body as ModelVersionView;
  });
  afterAll(() => company.close());
  const order = (shares: boolean) => ({ before: 'mature@1', after: draft.id, periods: [period], shares });
  const compared = async (by: Client, shares = true) => {
    const job = await by.job('/version-comparisons', order(shares));
    expect(job.issues).toEqual([]);
    return (await by.get(`/version-comparisons/${job.made}`)).body as VersionComparisonView;
  };

  it('says whom the draft moves, and each edit’s share, which add up', async () => {
    const comparison = await compared(hr);
    expect(comparison).toMatchObject({
      before: { version: 'mature@1' },
      after: { version: draft.id, hash: draft.hash },
      periods: [period],
      stale: [],
      subjects: 2,
      joined: 0,
      left: 0,
      shares: 'shapley',
      by: { id: hr.person },
    });
    expect(comparison.matrix.reduce((sum, { count }) => sum + count, 0)).toBe(2);
    expect(comparison.edits.length).toBeGreaterThan(0);
    const movements = await hr.rows<VersionMovementView>('/version-movements', {
      filter: { comparison: comparison.id },
      sort: ['size', 'DESC'],
    });
    expect(movements).toHaveLength(comparison.moved);
    expect(movements.length).toBeGreaterThan(0);
    for (const { delta, shares, name } of movements) {
      expect(name).not.toBeNull();
      const sum = (shares ?? []).reduce((total, { share }) => add(total, parseDecimal(share)!), zero);
      expect(formatExact(sum)).toBe(formatExact(parseDecimal(delta!)!));
    }
  });

  it('puts the rates of the groups side by side that HR declared', async () => {
    expect((await compared(hr)).fairness).toEqual([]);
    const { body, headers } = await hr.get('/company/company');
    const settings = (body as CompanyView).document;
    const field = { dataset: 'roster', subject: 'employee_no', column: 'role', date: 'from' };
    const fairness = { fields: [field], favourable: ['excellent', 'good', 'qualified'], smallest: 5 };
    const put = (document: object) =>
      hr.put('/company/company', { document, reason: 'equal chances' }, String(headers['etag']));
    const wrong = await put({ ...settings, fairness: { ...fairness, fields: [{ ...field, column: 'x' }] } });
    expect(refusalOf(wrong)).toEqual([422, 'company.unknownColumn']);
    expect((await put({ ...settings, fairness })).status).toBe(200);
    const [report] = (await compared(hr)).fairness;
    expect(report).toMatchObject({ dataset: 'roster', column: 'role', smallest: 5, unknown: 0 });
    expect(report!.after.map(({ group, people, isSmall }) => [group, people, isSmall])).toEqual([
      ['representative', 1, true],
      ['supervisor', 1, true],
    ]);
  });

  it('tells of a person how the grade comes about by both, line by line', async () => {
    const { id } = await compared(hr);
    const [movement] = await hr.rows<VersionMovementView>('/version-movements', {
      filter: { comparison: id },
      sort: ['size', 'DESC'],
    });
    const path = (language: string) =>
      `/version-movements/${encodeURIComponent(movement!.id)}/statements?language=${language}`;
    for (const language of ['zh', 'en']) {
      const { before, after } = (await hr.get(path(language))).body as SideBySide;
      expect(before![0]).toContain(movement!.name);
      expect(before!.join('\n')).toContain(movement!.before!.composite);
      expect(after!.join('\n')).toContain(movement!.after!.composite);
      expect(after).not.toEqual(before);
    }
    expect((await hr.get(path('fr'))).status).toBe(400);
    expect((await hr.get(`/version-movements/${id}~${period}~nobody/statements?language=en`)).status).toBe(
      404,
    );
    const seller = await company.as('seller');
    expect(refusalOf(await seller.get(path('en')))[0]).toBe(403);
  });

  it('is made once for the same versions and data', async () => {
    const [first, again] = [await compared(hr), await compared(hr)];
    expect(again.id).toBe(first.id);
    const listed = await hr.rows<VersionComparisonView>('/version-comparisons', {
      filter: { key: 'mature' },
    });
    expect(listed.filter(({ id }) => id === first.id)).toHaveLength(1);
  });

  it('keeps what is paid from who may not see it', async () => {
    const ops = await company.as('salesOps');
    const { id, cost } = await compared(ops, false);
    expect(cost).toBeNull();
    const movements = await ops.rows<VersionMovementView>('/version-movements', {
      filter: { comparison: id },
    });
    for (const { before, after, ...rest } of movements) {
      expect(rest).not.toHaveProperty('payDelta');
      for (const side of [before, after]) expect(side ?? {}).not.toHaveProperty('pay');
    }
    const manager = await company.as('manager', 'office-manager', ['上海']);
    expect((await manager.get('/version-comparisons')).status).toBe(403);
    expect((await manager.post('/version-comparisons', order(false))).status).toBe(403);
  });

  it('tells a model that has no version before', async () => {
    const job = await hr.job('/version-comparisons', { before: null, after: 'mature@1', periods: [period] });
    const comparison = (await hr.get(`/version-comparisons/${job.made}`)).body as VersionComparisonView;
    expect(comparison).toMatchObject({ before: null, subjects: 2, joined: 2, moved: 2, edits: [] });
  });

  it('refuses what cannot be compared, and says why', async () => {
    const asked = async (body: object) => {
      const { status, body: problem } = await hr.post('/version-comparisons', { ...order(false), ...body });
      return [status, (problem as { issues?: { code: string }[] }).issues?.[0]?.code];
    };
    expect(await asked({ after: 'mature@99' })).toEqual([404, 'request.notFound']);
    expect(await asked({ before: 'expansion@1' })).toEqual([422, 'comparison.otherModel']);
    expect(await asked({ periods: ['2026-07'] })).toEqual([422, 'period.cadence']);
    expect(await asked({ periods: ['nonsense'] })).toEqual([422, 'period.unknown']);
    expect((await hr.list('/version-movements', { filter: { comparison: 'none' } })).status).toBe(404);
  });

  it('is stale once the draft, the data or the version in force moved on', async () => {
    const { id } = await compared(hr);
    const stale = async () =>
      ((await hr.get(`/version-comparisons/${id}`)).body as VersionComparisonView).stale;
    expect(await stale()).toEqual([]);
    const document = withShift(
      draft.document,
      draft.document.metrics[1]!.id,
      draft.document.metrics[0]!.id,
      1,
    );
    await hr.put(`/model-versions/${draft.id}`, { document }, `"${draft.revision}"`);
    expect(await stale()).toEqual(['after']);
    const values = { person: 'E1', from: '2026-08-01', monthly_salary: '21000.00' };
    expect((await hr.post('/records', { dataset: 'salaries', values, reason: 'Rise' })).status).toBe(201);
    expect(await stale()).toEqual(['after', 'data']);
  });
});
