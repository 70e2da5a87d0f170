import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportIssueView, ImportView, JobView, RecordView, UploadView } from '../../../schemas/index.ts';
import { refusalOf, type Client } from '../../support/client.ts';
import { openSmallCompany, storeKinds, type SmallCompany } from '../../support/small-company.ts';

describe.each(storeKinds)('a file on its way in, on %s', (kind) => {
  let company: SmallCompany;
  let hr: Client;

  beforeAll(async () => {
    company = await openSmallCompany(kind);
    hr = await company.as('hr');
  });
  afterAll(() => company.close());

  const own = (upload: UploadView) =>
    upload.fits.find(({ dataset }) => dataset === 'salaries')?.mapping ?? {};
  const order = (upload: UploadView, rest: object = {}) => ({
    upload: upload.id,
    dataset: 'salaries',
    mapping: own(upload),
    mode: 'allOrNothing',
    dryRun: false,
    reason: 'October',
    ...rest,
  });
  const run = async (content: string | Buffer, rest: object = {}, name?: string) => {
    const upload = await hr.uploaded(content, name);
    return { upload, job: await hr.job('/imports', order(upload, rest)) };
  };
  const salaries = async (client = hr) =>
    Object.fromEntries(
      (await client.rows<RecordView>('/records', { filter: { dataset: 'salaries' } })).map(
        ({ key, values }) => [key.replace(/^p0*/, ''), values['monthly_salary']],
      ),
    );
  const imports = (filter: object = {}) => hr.rows<ImportView>('/imports', { filter });
  const issuesOf = (job: JobView, client = hr) =>
    client.rows<ImportIssueView>('/import-issues', { filter: { job: job.id } });
  const failedRows = async (job: JobView, lang = 'en', client = hr): Promise<Response> =>
    client.get(`/jobs/${job.id}/failed-rows?lang=${lang}`);
  const ended = async (job: string) => {
    const watched = company.app.services.jobs.watch(job, new AbortController().signal);
    for await (const { outcome } of watched) if (outcome !== undefined) return;
  };
  const header = 'person,from,monthly_salary\n';

  it('is looked at before anybody says what it is', async () => {
    const content = '工号,生效日期,月薪,备注\nE1,2026-01-01,"21,000.00",x\nE2,2026-01-01,31000,\n';
    const answer = await hr.upload(content, '月薪 2026.csv');
    expect(answer.status, answer.text).toBe(201);
    const upload = answer.body as UploadView;
    expect(upload).toMatchObject({
      name: '月薪 2026.csv',
      bytes: Buffer.byteLength(content),
      sha256: createHash('sha256').update(content).digest('hex'),
      encoding: 'utf-8',
      header: ['工号', '生效日期', '月薪', '备注'],
      rows: [
        ['E1', '2026-01-01', '21,000.00', 'x'],
        ['E2', '2026-01-01', '31000', ''],
      ],
      issues: [],
    });
    expect(upload.fits[0]).toEqual({
      dataset: 'salaries',
      mapping: { person: '工号', from: '生效日期', monthly_salary: '月薪' },
      missing: [],
    });
    expect((await hr.get(`/uploads/${upload.id}`)).body).toEqual(upload);
    expect(await salaries()).toEqual({ '1/2025-01-01': '20000', '2/2025-01-01': '30000' });
  });

  it('can be tried first, which changes nothing, and then counts all at once', async () => {
    const content = `${header}E1,2025-01-01,20500\nE2,2025-01-01,30000.00\nE3,2025-01-01,9000\n`;
    const [before, count] = [await salaries(), (await imports()).length];
    const { upload, job: trial } = await run(content, { dryRun: true });
    const counts = { rows: 3, added: 1, changed: 1, unchanged: 1, rejected: 0 };
    expect(trial).toMatchObject({
      kind: 'import',
      state: 'done',
      made: null,
      issues: [],
      by: { id: hr.person },
    });
    expect(trial.report).toMatchObject({ ...counts, committed: false });
    expect([await salaries(), (await imports()).length]).toEqual([before, count]);
    const job = await hr.job('/imports', order(upload));
    expect(job.report).toMatchObject({ ...counts, committed: true });
    expect(await salaries()).toEqual({
      '1/2025-01-01': '20500',
      '2/2025-01-01': '30000',
      '3/2025-01-01': '9000',
    });
    const [last] = (await imports({ dataset: 'salaries' })).toReversed();
    expect(last).toMatchObject({
      id: job.made,
      file: 'file.csv',
      sha256: upload.sha256,
      by: { id: hr.person },
      at: job.at,
      counts,
    });
    expect((await hr.get(`/imports/${job.made}`)).body).toEqual(last);
    expect((await hr.get('/imports/nothing')).status).toBe(404);
  });

  it('imported again changes nothing, and is no import', async () => {
    const content = `${header}E1,2026-02-01,1\nE2,2026-02-01,2\n`;
    await run(content);
    const [before, all] = [await salaries(), await imports()];
    for (const again of [
      content,
      content.replaceAll('\n', '\r\n'),
      `${header}E2,2026-02-01,2.00\n E1 ,2026-02-01,01\n`,
    ]) {
      const { job } = await run(again);
      expect(job).toMatchObject({
        state: 'done',
        made: null,
        report: { unchanged: 2, added: 0, changed: 0, committed: false },
      });
    }
    expect([await salaries(), await imports()]).toEqual([before, all]);
  });

  it('is imported once by a request that is sent twice, at once or later', async () => {
    const upload = await hr.uploaded(`${header}E1,2026-03-01,1\n`);
    const send = () => hr.post('/imports', order(upload), { key: `import-${kind}` });
    const both = await Promise.all([send(), send()]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      202,
      expect.toSatisfy((status) => status === 202 || status === 409),
    ]);
    const { id } = both.find(({ status }) => status === 202)!.body as JobView;
    await ended(id);
    expect(((await send()).body as JobView).id).toBe(id);
    expect((await imports()).filter((item) => item.sha256 === upload.sha256)).toHaveLength(1);
  });

  it.each<[string, string | Buffer, string, object | undefined]>([
    ['empty', '', 'file.empty', undefined],
    [
      'a workbook called CSV',
      Buffer.from('504b03041400060008000000210062ee9d68', 'hex'),
      'file.nul',
      undefined,
    ],
    ['an image', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file.nul', undefined],
    ['neither UTF-8 nor GB18030', Buffer.from('person\nE1,\xff\xff\n', 'latin1'), 'file.encoding', undefined],
    ['UTF-16', Buffer.from(`\ufeff${header}`, 'utf16le'), 'file.encoding', { encoding: 'utf-16' }],
    ['with a quote nobody closes', `${header}E1,"2026-01-01,1\n`, 'file.unclosedQuote', undefined],
  ])('that is %s is taken, told what is wrong, and never counts', async (_what, content, code, params) => {
    const before = await salaries();
    const answer = await hr.upload(content, 'salaries.csv');
    expect(answer.status, answer.text).toBe(201);
    const upload = answer.body as UploadView;
    expect(upload).toMatchObject({ header: [], rows: [], fits: [] });
    expect(upload.issues).toMatchObject([
      { code, severity: 'error', ...(params !== undefined && { params }) },
    ]);
    for (const mode of ['allOrNothing', 'validRows']) {
      const mapping = { person: 'person', from: 'from', monthly_salary: 'monthly_salary' };
      const job = await hr.job('/imports', order(upload, { mode, mapping }));
      expect(job).toMatchObject({ state: 'done', made: null, report: { committed: false } });
      expect(job.issues.map((issue) => issue.code)).toEqual([code]);
      const file = await failedRows(job);
      expect([file.status, file.text.split('\n').length]).toEqual([
        200,
        expect.toSatisfy((lines: number) => lines <= 2),
      ]);
    }
    expect(await salaries()).toEqual(before);
  });

  it('as WPS and old Excel write it, in GBK, is read as what it says', async () => {
    // 工号,生效日期,月薪
    const gbk = Buffer.from('b9a4bac52cc9fad0a7c8d5c6da2cd4c2d0bd0a', 'hex');
    const { upload, job } = await run(Buffer.concat([gbk, Buffer.from('E1,2026-05-01,5\n')]));
    expect(upload).toMatchObject({ encoding: 'gb18030', header: ['工号', '生效日期', '月薪'] });
    expect(job.report).toMatchObject({ added: 1, committed: true });
  });

  it('of 9 MB comes in, where a form of 9 MB does not; of more than 200 MB is refused before it is read', async () => {
    const row = `E1,2026-01-01,1${' '.repeat(9000)}\n`;
    const content = header + row.repeat(1000);
    const answer = await hr.upload(content, 'large.csv');
    expect([answer.status, (answer.body as UploadView).bytes]).toEqual([201, Buffer.byteLength(content)]);
    expect((await hr.get(`/uploads/${(answer.body as UploadView).id}`)).status).toBe(200);
    const job = await hr.job(
      '/imports',
      order(answer.body as UploadView, { dryRun: true, mode: 'validRows' }),
    );
    expect(job.report).toMatchObject({ rows: 1000, added: 1, rejected: 999 });
    const form = await hr.post('/records', {
      dataset: 'deals',
      values: { customer: 'x'.repeat(9_000_000) },
      reason: 'r',
    });
    expect(refusalOf(form)).toEqual([413, 'request.tooLarge']);
    const huge = await company.app
      .as(hr.cookie(), 'POST', '/uploads')
      .set({
        'Idempotency-Key': 'huge',
        'Content-Type': 'text/csv',
        'Content-Length': String(200 * 1024 * 1024 + 1),
      })
      .send('')
      .catch((error: Error) => error);
    expect(huge instanceof Error ? 413 : huge.status).toBe(413);
  });

  it.each<[string, string, string, object]>([
    [
      'lacks what is required',
      'person,from\nE1,2026-01-01\n',
      'header.missing',
      { params: { column: 'monthly_salary' } },
    ],
    [
      'has a column twice',
      'person,from,monthly_salary,person\nE1,2026-01-01,1,E1\n',
      'header.duplicate',
      { column: 'person' },
    ],
    ['is separated by semicolons', 'person;from;monthly_salary\nE1;2026-01-01;1\n', 'header.missing', {}],
  ])(
    'under a header that %s is refused as a whole, whatever is to be done with bad rows',
    async (_what, content, code, rest) => {
      const before = await salaries();
      const { job } = await run(content, { mode: 'validRows' });
      expect(job).toMatchObject({ made: null, report: { committed: false, rows: 0 } });
      expect(job.issues).toContainEqual(
        expect.objectContaining({ code, severity: 'error', row: 1, ...rest }),
      );
      expect(await salaries()).toEqual(before);
    },
  );

  it('is read by the headers somebody says, and by no others', async () => {
    const upload = await hr.uploaded('who,since,"net ""pay""",月薪\nE1,2026-06-01,6,7\n');
    const mapping = { person: 'who', from: 'since', monthly_salary: 'net "pay"' };
    expect((await hr.job('/imports', order(upload, { mapping }))).report).toMatchObject({ added: 1 });
    expect((await salaries())['1/2026-06-01']).toBe('6');
    const wrong = await hr.job('/imports', order(upload, { mapping: { ...mapping, from: 'nothing' } }));
    expect(wrong.issues).toContainEqual(
      expect.objectContaining({ code: 'header.missing', params: { column: 'from' } }),
    );
    expect(refusalOf(await hr.post('/imports', order(upload, { dataset: 'nothing' })))).toEqual([
      404,
      'request.notFound',
    ]);
    expect(refusalOf(await hr.post('/imports', { ...order(upload), upload: 'nothing' }))).toEqual([
      422,
      'upload.gone',
    ]);
    expect(refusalOf(await hr.get('/uploads/nothing'))).toEqual([404, 'upload.gone']);
  });

  const bad = [
    'E9,2026-07-01,1',
    'E1,2026-02-30,1',
    '"=HYPERLINK(""http://evil"",""x"")",2026-07-01,1',
    'E1,@SUM(A1),-12',
    '+E1,\t2026-07-01,＝1+1',
    'E1,2026-07-02,"a ""quoted"", text\nover two lines"',
  ];
  const mixed = `${header}E1,2026-07-01,71\n${bad.slice(0, 3).join('\n')}\nE2,2026-07-01,72\n${bad.slice(3).join('\n')}\n`;

  it('with bad rows counts without them where that was asked, else not at all', async () => {
    const before = await salaries();
    const { job: nothing } = await run(mixed);
    const counts = { rows: 8, added: 2, changed: 0, unchanged: 0, rejected: 6 };
    expect(nothing).toMatchObject({ state: 'done', made: null, report: { ...counts, committed: false } });
    expect(await salaries()).toEqual(before);
    const { job } = await run(mixed, { mode: 'validRows' });
    expect(job.report).toMatchObject({ ...counts, committed: true });
    expect(await salaries()).toEqual({ ...before, '1/2026-07-01': '71', '2/2026-07-01': '72' });
    const issues = await issuesOf(job);
    expect(issues.map(({ issue }) => [issue.row, issue.code])).toEqual([
      [3, 'cell.unknownPerson'],
      [4, 'cell.notDate'],
      [5, 'cell.unknownPerson'],
      [7, 'cell.notDate'],
      [7, 'cell.belowMin'],
      [8, 'cell.unknownPerson'],
      [8, 'cell.notDecimal'],
      [9, 'cell.notDecimal'],
    ]);
    expect(job.issues).toEqual(issues.map(({ issue }) => issue));
    const page = await hr.list('/import-issues', { filter: { job: job.id }, range: [2, 3] });
    expect([page.headers['content-range'], page.body]).toEqual(['items 2-3/8', issues.slice(2, 4)]);
  });

  it('gives its bad rows back as a file that a spreadsheet takes for what it is, and that can be mended', async () => {
    const { job } = await run(mixed, { mode: 'validRows' });
    const file = await failedRows(job);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toBe('attachment; filename="failed-rows.csv"');
    expect(file.text.startsWith('\ufeff')).toBe(true);
    const rows = parse(file.text, { bom: true });
    expect(rows[0]).toEqual(['Error', 'person', 'from', 'monthly_salary']);
    expect(rows.slice(1).map(([, ...cells]) => cells)).toEqual([
      ['E9', '2026-07-01', '1'],
      ['E1', '2026-02-30', '1'],
      [`'=HYPERLINK("http://evil","x")`, '2026-07-01', '1'],
      ['E1', "'@SUM(A1)", '-12'],
      ["'+E1", "'\t2026-07-01", "'＝1+1"],
      ['E1', '2026-07-02', 'a "quoted", text\nover two lines'],
    ]);
    // Nothing in it begins as a formula does but numbers.
    const harmful = rows
      .flat()
      .filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^[+-]?[\d.]+$/.test(cell));
    expect(harmful).toEqual([]);
    expect(rows[1]![0]).toMatch(/person/);
    expect(parse((await failedRows(job, 'zh')).text, { bom: true })[0]![0]).toBe('错误');

    // Mended, with its first column as it is, it goes in.
    const mended = [rows[0]!, ...['2026-08-01', '2026-08-02'].map((from) => [rows[1]![0]!, 'E3', from, '5'])];
    const text = mended
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
      .join('\n');
    const again = await run(text);
    expect(again.job.report).toMatchObject({ added: 2, rejected: 0, committed: true });
  });

  it('is shown to who sent it and who may see everything; its cells to nobody else', async () => {
    const ops = await company.as('salesOps');
    const { upload, job } = await run(mixed, { mode: 'validRows', dryRun: true });
    expect(refusalOf(await ops.get(`/uploads/${upload.id}`))).toEqual([403, 'access.denied']);
    expect(refusalOf(await failedRows(job, 'en', ops))).toEqual([403, 'access.denied']);
    const seen = await issuesOf(job, ops);
    expect(seen).toHaveLength(8);
    expect(JSON.stringify([seen, (await ops.get(`/jobs/${job.id}`)).body])).not.toContain('HYPERLINK');
    expect(JSON.stringify(await issuesOf(job))).toContain('HYPERLINK');
    for (const role of ['director', 'auditor'] as const) {
      const client = await company.as(role);
      expect((await client.get(`/uploads/${upload.id}`)).status).toBe(200);
      expect((await client.upload(header)).status).toBe(403);
      expect((await client.post('/imports', order(upload))).status).toBe(403);
    }
    for (const role of ['manager', 'seller', 'admin'] as const) {
      const client = await company.as(role);
      expect((await client.get('/imports')).status).toBe(403);
      expect((await client.get(`/uploads/${upload.id}`)).status).toBe(403);
      expect((await client.get(`/jobs/${job.id}`)).status).toBe(404);
      expect((await client.list('/import-issues', { filter: { job: job.id } })).status).toBe(403);
    }
    expect(refusalOf(await hr.get('/jobs/nothing/failed-rows'))).toEqual([404, 'request.notFound']);
    const verification = await hr.job('/runs', { period: '2026-Q3' });
    expect(refusalOf(await failedRows(verification))).toEqual([404, 'request.notFound']);
  });
});
