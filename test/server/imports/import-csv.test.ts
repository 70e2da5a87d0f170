import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { hashOf } from '../../../engine/index.ts';
import { validateDataRecord } from '../../../schemas/index.ts';
import { openMemoryStore } from '../../../server/store/memory.ts';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import type { Collection, Doc, Store } from '../../../server/store/store.ts';
import { tempFolder } from '../store/temp.ts';
import { rosterDataset, salesDataset } from './datasets.ts';
import { documentCounts, importer, nothing } from './importer.ts';

const folder = await tempFolder();
let store: Store;
let deals: ReturnType<typeof importer>;

beforeEach(() => {
  store = openMemoryStore();
  deals = importer(store, folder, salesDataset);
});

const rows = (...lines: string[]) => ['id,amount', ...lines, ''].join('\n');
const counts = ({
  added,
  changed,
  unchanged,
  rejected,
}: Record<'added' | 'changed' | 'unchanged' | 'rejected', number>) => [added, changed, unchanged, rejected];

describe('importing a CSV file', () => {
  it('stores every type in its one form', async () => {
    const seller = await deals.people.register('S1', 'Ann');
    const report = await deals.run(
      'id,销售员,Count,状态,日期,amount,answered,备注\n' +
        ' d1 ,S1,007,Won!,2026/3/5,"1,054.00",2026-03-05 09:30,"two\r\nlines, ""quoted"""\n' +
        'd2,,,,,,,\n',
    );
    expect(report.found).toEqual([]);
    expect(await deals.values()).toEqual({
      d1: {
        id: 'd1',
        seller,
        count: '7',
        status: 'won',
        closed_on: '2026-03-05',
        amount: '1054',
        answered: '2026-03-05T01:30:00.000Z',
        note: 'two\nlines, "quoted"',
      },
      d2: {
        id: 'd2',
        seller: null,
        count: null,
        status: null,
        closed_on: null,
        amount: null,
        answered: null,
        note: null,
      },
    });
    const [{ dataset, key, values, hash }] = (await deals.records()) as [
      Awaited<ReturnType<typeof deals.records>>[0],
    ];
    expect(validateDataRecord({ dataset, key, values })).toBe(true);
    expect(hash).toBe(hashOf(values));
  });

  it('reports what it did, and says so in the commit', async () => {
    const { found: _, ...report } = await deals.run(rows('d1,1', 'd2,2'));
    const file = {
      name: 'file.csv',
      bytes: 20,
      encoding: 'utf-8',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    };
    const tally = { rows: 2, added: 2, changed: 0, unchanged: 0, rejected: 0 };
    expect(report).toEqual({
      import: expect.any(String) as string,
      commit: 1,
      committed: true,
      dataset: 'deals',
      file,
      ...tally,
      issues: {},
    });
    expect(await store.collection('imports').get('000000000001')).toEqual({
      id: '000000000001',
      commit: 1,
      import: report.import,
      dataset: 'deals',
      definition: hashOf(salesDataset),
      file,
      counts: tally,
      options: { mode: 'allOrNothing', encoding: 'auto' },
    });
    expect(await documentCounts(store)).toEqual({ ...nothing, records: 2, imports: 1 });
  });

  it('changes nothing when it is done twice', async () => {
    await deals.run(rows('d1,1', 'd2,2'));
    const again = await deals.run(rows('d2,2.00', 'd1,1'));
    expect(counts(again)).toEqual([0, 0, 2, 0]);
    expect(again).toMatchObject({ committed: false });
    expect(again).not.toHaveProperty('commit');
    expect(await documentCounts(store)).toEqual({ ...nothing, records: 2, imports: 1 });
  });

  it('makes a new revision of a changed row, and the old commit still reads the old value', async () => {
    await deals.run(rows('d1,1', 'd2,2'));
    expect(counts(await deals.run(rows('d1,1', 'd2,3', 'd3,4')))).toEqual([1, 1, 1, 0]);
    expect((await deals.values(1))['d2']).toMatchObject({ amount: '2' });
    expect((await deals.values(2))['d2']).toMatchObject({ amount: '3' });
    expect(Object.keys(await deals.values(1))).toEqual(['d1', 'd2']);
    expect(Object.keys(await deals.values(2))).toEqual(['d1', 'd2', 'd3']);
  });

  it('keeps the whole file out for one bad row', async () => {
    const report = await deals.run(rows('d1,1', 'd2,x', 'd3,3'));
    expect(report).toMatchObject({
      committed: false,
      rows: 3,
      rejected: 1,
      issues: { 'cell.notDecimal': 1 },
    });
    expect(await documentCounts(store)).toEqual(nothing);
  });

  it('takes the good rows where it is told to', async () => {
    const report = await deals.run(rows('d1,1', 'd2,x', 'd3,3'), { mode: 'validRows' });
    expect(report).toMatchObject({ committed: true, rows: 3, added: 2, rejected: 1 });
    expect(Object.keys(await deals.values())).toEqual(['d1', 'd3']);
  });

  it('commits nothing where no row is good', async () => {
    expect(await deals.run(rows('d1,x'), { mode: 'validRows' })).toMatchObject({
      committed: false,
      rejected: 1,
    });
    expect(await documentCounts(store)).toEqual(nothing);
  });

  it('does all but the commit in a dry run', async () => {
    await deals.run(rows('d1,1'));
    const before = await documentCounts(store);
    const dry = await deals.run(rows('d1,2', 'd2,2', 'd3,x'), { dryRun: true, mode: 'validRows' });
    expect(counts(dry)).toEqual([1, 1, 0, 1]);
    expect(dry.committed).toBe(false);
    expect(await documentCounts(store)).toEqual(before);
    const real = await deals.run(rows('d1,2', 'd2,2', 'd3,x'), { mode: 'validRows' });
    expect({ ...real, committed: false, import: 0, commit: 0 }).toEqual({ ...dry, import: 0, commit: 0 });
  });

  it('tells of a key that comes again, on the later row', async () => {
    const many = Array.from({ length: 2500 }, (_, index) => `d${index},1`);
    const twice = rows('d0,1', ...many);
    const report = await deals.run(twice, { mode: 'validRows' });
    expect(report.found).toEqual([{ code: 'row.duplicateKey', severity: 'error', row: 3 }]);
    expect(counts(report)).toEqual([2500, 0, 0, 1]);
    const later = await deals.run(rows(...many, 'd7,1', 'd8,2', 'd9,x'), { mode: 'validRows' });
    expect(later.found.map(({ code, row }) => [code, row])).toEqual([
      ['row.duplicateKey', 2502],
      ['row.duplicateKey', 2503],
      ['cell.notDecimal', 2504],
    ]);
    expect(counts(later)).toEqual([0, 0, 2500, 3]);
  });

  it('tells it however far apart the rows are', async () => {
    const many = Array.from({ length: 45_000 }, (_, index) => `d${(index * 7919) % 45_000},${index}`);
    const report = await deals.run(rows(...many, many[0]!, many[44_999]!), { mode: 'validRows' });
    expect(report.found.map(({ code, row }) => [code, row])).toEqual([
      ['row.duplicateKey', 45_002],
      ['row.duplicateKey', 45_003],
    ]);
    expect(counts(report)).toEqual([45_000, 0, 0, 2]);
  });

  it('tells how far it is', async () => {
    const progress: { rows: number; bytes: number; totalBytes: number }[] = [];
    const content = rows(...Array.from({ length: 2500 }, (_, index) => `d${index},1`));
    await deals.run(content, { onProgress: (now) => progress.push(now) });
    expect(progress.map((now) => now.rows)).toEqual([0, 0, 0, 1000, 2000, 2500]);
    expect(progress[0]!.bytes).toBeGreaterThan(0);
    expect(progress.at(-1)).toEqual({ rows: 2500, bytes: content.length, totalBytes: content.length });
  });

  it('gives the issues in the order of the rows', async () => {
    const report = await deals.run(rows('d1,1', 'd1,2', 'd3,x', 'd4', 'd1,y', ',z'));
    expect(report.found).toEqual([
      { code: 'row.duplicateKey', severity: 'error', row: 3 },
      { code: 'cell.notDecimal', severity: 'error', row: 4, column: 'amount', value: 'x' },
      { code: 'row.cellCount', severity: 'error', row: 5, params: { expected: 2, actual: 1 } },
      { code: 'cell.notDecimal', severity: 'error', row: 6, column: 'amount', value: 'y' },
      { code: 'cell.required', severity: 'error', row: 7, column: 'id', value: '' },
      { code: 'cell.notDecimal', severity: 'error', row: 7, column: 'amount', value: 'z' },
    ]);
  });
});

describe('an import that breaks off', () => {
  const long = rows(...Array.from({ length: 5000 }, (_, index) => `d${index},1`));

  it('leaves nothing where its caller fails', async () => {
    const fails = ({ rows: staged }: { rows: number }) => {
      if (staged >= 2000) throw new Error('caller');
    };
    await expect(deals.run(long, { onProgress: fails })).rejects.toThrow('caller');
    expect(await documentCounts(store)).toEqual(nothing);
  });

  it.each([1, 2, 4])('leaves nothing where the store fails at chunk %d', async (chunk) => {
    let chunks = 0;
    const failing: Store = {
      ...store,
      collection(name) {
        const collection = store.collection(name);
        return {
          ...collection,
          insertMany: async (docs: readonly never[]) => {
            if (name === 'records' && (chunks += 1) === chunk) throw new Error('disk full');
            return (collection as unknown as Collection<Doc>).insertMany(docs);
          },
        };
      },
    };
    await expect(importer(failing, folder, salesDataset).run(long)).rejects.toThrow('disk full');
    expect(await documentCounts(store)).toEqual(nothing);
    expect(await deals.run(long)).toMatchObject({ committed: true, added: 5000 });
  });

  it('leaves nothing where the file changes while it is read', async () => {
    const path = join(folder, 'growing.csv');
    appendFileSync(path, rows(...Array.from({ length: 20_000 }, (_, index) => `d${index},1`)));
    let grown = false;
    const onProgress = () => {
      if (!grown) appendFileSync(path, 'new,1\n');
      grown = true;
    };
    const report = await deals.runFile(path, { onProgress });
    expect(report).toMatchObject({ committed: false, issues: { 'file.changed': 1 } });
    expect(await documentCounts(store)).toEqual(nothing);
  });
});

describe('two imports at once', () => {
  it.each(['memory', 'sqlite'])('end as if one had come after the other (%s)', async (kind) => {
    const shared = kind === 'memory' ? store : await openSqliteStore(join(folder, 'shared.db'));
    const one = importer(shared, folder, salesDataset);
    const lines = (amount: number) =>
      rows(...Array.from({ length: 3000 }, (_, index) => `d${index},${amount}`));
    await one.run(lines(0));
    const reports = await Promise.all([1, 0, 2, 1].map((amount) => one.run(lines(amount))));
    const order = reports.filter(({ committed }) => committed).toSorted((a, b) => a.commit! - b.commit!);
    expect(order.map(({ commit }) => commit)).toEqual(order.map((_, index) => index + 2));
    for (const { commit } of order) {
      const amounts = new Set((await one.records(commit)).map(({ values }) => values['amount']));
      expect(amounts.size).toBe(1);
    }
    expect(await documentCounts(shared)).toMatchObject({ stagings: 0, stagedKeys: 0, stagedPeople: 0 });
    if (shared !== store) await shared.close();
  });
});

describe('a dataset that places people', () => {
  let roster: ReturnType<typeof importer>;
  const line = 'Staff no.,姓名,Team,Since,Role,Coach\n';

  beforeEach(() => {
    roster = importer(store, folder, rosterDataset);
  });

  it('makes persons of those it does not know, and stores names with them only', async () => {
    const known = await roster.people.register('S1', 'Ann');
    const report = await roster.run(
      `${line}S1,Anna,T1,2026-01-01,,\nS2,Bob,T1,2026-01-01,rep,S1\nS3,,T2,2026-01-01,,\n`,
    );
    expect(report.found).toEqual([]);
    const [, bob, third] = (await roster.people.resolve(['S1', 'S2', 'S3'])) as [string, string, string];
    expect(await store.collection('people').get(`${bob}/000001`)).toMatchObject({
      person: bob,
      revision: 1,
      identifiers: ['S2'],
      name: 'Bob',
    });
    expect((await store.collection('people').get(`${third}/000001`))?.name).toBe('S3');
    expect((await store.collection('people').get(`${known}/000001`))?.name).toBe('Ann');
    const values = await roster.values();
    expect(Object.keys(values).toSorted()).toEqual(
      [known, bob, third].map((id) => `${id}/2026-01-01`).toSorted(),
    );
    expect(values[`${bob}/2026-01-01`]).toEqual({
      seller: bob,
      name: null,
      team: 'T1',
      role: 'rep',
      since: '2026-01-01',
      coach: known,
    });
    expect(JSON.stringify(await roster.records())).not.toMatch(/Bob|S2/);
    expect(await documentCounts(store)).toEqual({
      ...nothing,
      records: 3,
      imports: 1,
      people: 3,
      identifiers: 3,
    });
  });

  it('knows them to the end of the file, however long it is', { timeout: 60_000 }, async () => {
    const many = Array.from({ length: 65_000 }, (_, index) => `S${index},,T1,2026-01-01,,\n`);
    const report = await roster.run(`${line}${many.join('')}S0,,T2,2026-07-01,,\nS0,,T2,2026-01-01,,\n`, {
      mode: 'validRows',
    });
    expect(report).toMatchObject({ added: 65_001, issues: { 'row.duplicateKey': 1 } });
    const [person] = (await roster.people.resolve(['S0'])) as [string];
    const values = await roster.values();
    expect(values[`${person}/2026-01-01`]).toMatchObject({ seller: person, team: 'T1' });
    expect(values[`${person}/2026-07-01`]).toMatchObject({ seller: person, team: 'T2' });
  });

  it('knows them the next time', async () => {
    const content = `${line}S1,Ann,T1,2026-01-01,,\nS1,Ann,T2,2026-07-01,,\n`;
    expect(await roster.run(content)).toMatchObject({ added: 2 });
    expect(await roster.run(content)).toMatchObject({ unchanged: 2, committed: false });
    expect(await documentCounts(store)).toMatchObject({ people: 1, identifiers: 1, stagedPeople: 0 });
  });

  it('makes none in a dry run, of a rejected file, or of a rejected row', async () => {
    const good = `${line}S1,Ann,T1,2026-01-01,,\n`;
    expect(await roster.run(good, { dryRun: true })).toMatchObject({ added: 1 });
    expect(await roster.run(`${good}S2,Bob,T1,yesterday,,\n`)).toMatchObject({ committed: false });
    expect(await documentCounts(store)).toEqual(nothing);
    expect(
      await roster.run(`${good}S2,Bob,T1,yesterday,,\nS1,Ann,T9,2026-01-01,,\n`, { mode: 'validRows' }),
    ).toMatchObject({
      added: 1,
      rejected: 2,
    });
    expect(await roster.people.resolve(['S2'])).toEqual([undefined]);
  });

  it('makes none in its other columns', async () => {
    const report = await roster.run(`${line}S1,Ann,T1,2026-01-01,,\nS2,Bob,T1,2026-01-01,,S1\n`);
    expect(report.found).toEqual([
      { code: 'cell.unknownPerson', severity: 'error', row: 3, column: 'Coach', value: 'S1' },
    ]);
  });

  it('does not let two files make two persons of one', async () => {
    const files = ['T1', 'T2'].map((team) => `${line}S1,Ann,${team},2026-01-01,,\n`);
    const reports = await Promise.all(files.map((content) => roster.run(content)));
    const conflicts = reports.filter(({ issues }) => issues['import.conflict'] === 1);
    expect(reports.filter(({ committed }) => committed).length + conflicts.length).toBe(2);
    expect(conflicts.every(({ committed }) => !committed)).toBe(true);
    expect(await documentCounts(store)).toMatchObject({ people: 1, identifiers: 1, stagedPeople: 0 });
    const [person] = await roster.people.resolve(['S1']);
    expect((await roster.records()).map(({ values }) => values['seller'])).toEqual([person]);
  });

  it('is the only kind that does', async () => {
    const report = await deals.run('id,seller\nd1,S1\n');
    expect(report.found).toEqual([
      { code: 'cell.unknownPerson', severity: 'error', row: 2, column: 'seller', value: 'S1' },
    ]);
    expect(await documentCounts(store)).toEqual(nothing);
  });
});
