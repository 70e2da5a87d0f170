import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { validateIssue } from '../../../schemas/index.ts';
import { openMemoryStore } from '../../../server/store/memory.ts';
import type { Store } from '../../../server/store/store.ts';
import { tempFolder } from '../store/temp.ts';
import { salesDataset } from './datasets.ts';
import { documentCounts, importer, nothing } from './importer.ts';

const folder = await tempFolder();
let store: Store;
let deals: ReturnType<typeof importer>;

beforeEach(() => {
  store = openMemoryStore();
  deals = importer(store, folder, salesDataset);
});

const longest = 1024 * 1024;
const error = (code: string, rest: object = {}) => ({ code, severity: 'error', ...rest });
const utf16 = (text: string, mark = '\ufeff') => Buffer.from(mark + text, 'utf16le');
/** 单号,金额 in GB18030, and a character that has four bytes there. */
const gbHeader = Buffer.from([0xb5, 0xa5, 0xba, 0xc5, 0x2c, 0xb1, 0xb8, 0xd7, 0xa2, 0x0a]);
const gbRow = Buffer.concat([Buffer.from('d1,'), Buffer.from([0x81, 0x30, 0x84, 0x36]), Buffer.from('\n')]);

describe('a file that cannot be read', () => {
  it.each<[string, string | Buffer, object]>([
    ['empty', '', error('file.empty')],
    ['nothing but a byte order mark', '\ufeff', error('file.empty')],
    ['UTF-16', utf16('id,amount\nd1,1\n'), error('file.encoding', { params: { encoding: 'utf-16' } })],
    [
      'UTF-16, the other way',
      Buffer.from(utf16('id,amount\n')).swap16(),
      error('file.encoding', { params: { encoding: 'utf-16' } }),
    ],
    ['UTF-16 without a mark', utf16('id,amount\n', ''), error('file.nul', { row: 1 })],
    ['with a NUL', 'id,amount\nd1,"1\n2"\r\nd2,\0\n', error('file.nul', { row: 3 })],
    [
      'neither UTF-8 nor GB18030',
      Buffer.from('id,amount\nd1,\xff\xff\n', 'latin1'),
      error('file.encoding', { params: { encoding: 'auto' } }),
    ],
    [
      'cut within a character',
      Buffer.from('id,note\nd1,é').subarray(0, -1),
      error('file.encoding', { params: { encoding: 'auto' } }),
    ],
    [
      'marked UTF-8 and broken',
      Buffer.concat([Buffer.from('\ufeff'), gbHeader]),
      error('file.encoding', { params: { encoding: 'auto' } }),
    ],
    ['with a quote nobody closes', 'id,amount\nd1,1\nd2,"2\nd3,3\n', error('file.unclosedQuote', { row: 3 })],
    [
      'with a quote in a cell',
      'id,amount\nd1,1\nd2,1"2\n',
      error('file.malformed', { row: 3, params: { reason: 'INVALID_OPENING_QUOTE' } }),
    ],
    [
      'with text after a quote',
      'id,amount\nd1,"1"2\n',
      error('file.malformed', { row: 2, params: { reason: 'CSV_INVALID_CLOSING_QUOTE' } }),
    ],
    ['with a header nobody closes', '"id,amount\n', error('file.unclosedQuote', { row: 1 })],
  ])('is refused when it is %s', async (_, content, issue) => {
    const report = await deals.run(content, { mode: 'validRows' });
    expect(report.found).toEqual([issue]);
    expect(report).toMatchObject({ committed: false, issues: { [(issue as { code: string }).code]: 1 } });
    expect(report.found.every((found) => validateIssue(found))).toBe(true);
    expect(await documentCounts(store)).toEqual(nothing);
  });

  it('is refused when it is not there, or is a folder', async () => {
    const missing = await deals.runFile(join(folder, 'missing.csv'));
    expect(missing.found).toEqual([error('file.unreadable', { params: { reason: 'ENOENT' } })]);
    expect(missing.file).toEqual({ name: 'file.csv' });
    const path = join(folder, 'a-folder.csv');
    await mkdir(path);
    expect((await deals.runFile(path)).found).toEqual([
      error('file.unreadable', { params: { reason: 'EISDIR' } }),
    ]);
  });

  it('is refused when it is not in the encoding it is said to be', async () => {
    const gb = Buffer.concat([gbHeader, gbRow]);
    const utf = '\ufeffid,note\nd1,é\n';
    expect((await deals.run(gb, { encoding: 'utf-8' })).found).toEqual([
      error('file.encoding', { params: { encoding: 'utf-8' } }),
    ]);
    expect((await deals.run(utf, { encoding: 'gb18030' })).found).toEqual([
      error('file.encoding', { params: { encoding: 'gb18030' } }),
    ]);
  });

  it.each<[string, (index: number) => string]>([
    ['of 50 MB without a line end', () => 'x'.repeat(longest)],
    ['of 50 MB of commas', () => ','.repeat(longest)],
    ['of 50 MB in a quote', (index) => (index === 0 ? '"' : '').padEnd(longest, 'lines\n')],
  ])('is refused when it has a row %s, in bounded memory', async (_, part) => {
    const path = join(folder, `long-${Math.random()}.csv`);
    const stream = createWriteStream(path);
    stream.write('id,amount\nd1,1\nd2,');
    for (let index = 0; index < 50; index += 1) {
      if (!stream.write(part(index))) await once(stream, 'drain');
    }
    stream.end();
    await once(stream, 'finish');
    const before = process.memoryUsage.rss();
    const report = await deals.runFile(path, { mode: 'validRows' });
    expect(report.found).toEqual([error('file.recordTooLong', { row: 3, params: { max: longest } })]);
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * longest);
    expect(await documentCounts(store)).toEqual(nothing);
  });
});

describe('a header', () => {
  const at = (code: string, rest: object) => error(code, { row: 1, ...rest });
  const warning = (column: string, position: number) => ({
    code: 'header.unknown',
    severity: 'warning',
    row: 1,
    column,
    params: { position },
  });

  it.each<[string, string, object[]]>([
    ['lacks a required column', 'amount,note\n1,x\n', [at('header.missing', { params: { column: 'id' } })]],
    [
      'has a column twice',
      'id,amount,id\nd1,1,d1\n',
      [at('header.duplicate', { column: 'id', params: { column: 'id' } })],
    ],
    [
      'has a column under two names',
      'id,金额,Amount\nd1,1,1\n',
      [at('header.duplicate', { column: 'Amount', params: { column: 'amount' } })],
    ],
    [
      'is separated by semicolons',
      'id;amount\nd1;1\n',
      [warning('id;amount', 1), at('header.missing', { params: { column: 'id' } })],
    ],
    [
      'is not there',
      'd1,1\nd2,2\n',
      [warning('d1', 1), warning('1', 2), at('header.missing', { params: { column: 'id' } })],
    ],
    [
      'is a blank line',
      '\nid,amount\nd1,1\n',
      [warning('', 1), at('header.missing', { params: { column: 'id' } })],
    ],
  ])('is refused when it %s', async (_, content, issues) => {
    const report = await deals.run(content, { mode: 'validRows' });
    expect(report.found).toEqual(issues);
    expect(report.committed).toBe(false);
    expect(await documentCounts(store)).toEqual(nothing);
  });

  it('may have columns nobody knows, whatever they are called, and lack those that may be empty', async () => {
    const report = await deals.run('__proto__,id,constructor,,toString\nx,d1,y,z,w\n');
    expect(report.found).toEqual([
      warning('__proto__', 1),
      warning('constructor', 3),
      warning('', 4),
      warning('toString', 5),
    ]);
    expect(report).toMatchObject({ committed: true, added: 1, issues: { 'header.unknown': 4 } });
    expect(Object.values((await deals.values())['d1']!).filter((value) => value !== null)).toEqual(['d1']);
  });

  it('is known by id, header and name in either language, blanks around it left out', async () => {
    for (const header of [
      'id,seller,amount',
      ' 单号 ,销售员,金额',
      'Deal no.,销售,Amount',
      '"id" ,Seller,amount',
    ]) {
      await deals.people.register('S1', 'Ann');
      const report = await deals.run(`${header}\nd1,S1,1\n`.replace('"id" ', '"id"'));
      expect(report.found).toEqual([]);
    }
    expect(await documentCounts(store)).toMatchObject({ records: 1, imports: 1 });
  });

  it('is not known in other letters', async () => {
    expect((await deals.run('ID,amount\nd1,1\n')).issues).toEqual({
      'header.unknown': 1,
      'header.missing': 1,
    });
  });

  it('without rows is no error', async () => {
    expect(await deals.run('id,amount\n')).toMatchObject({
      committed: false,
      rows: 0,
      issues: { 'file.noRows': 1 },
    });
    expect(await deals.run('id,amount')).toMatchObject({
      committed: false,
      rows: 0,
      issues: { 'file.noRows': 1 },
    });
  });

  it('as long as a row may be is quoted shortly', async () => {
    const report = await deals.run(`${'长'.repeat(1000)},id\nx,d1\n`);
    expect(Array.from(report.found[0]!.column!)).toHaveLength(60);
  });
});

describe('a file in the wild', () => {
  it.each<[string, string | Buffer]>([
    ['a byte order mark', '\ufeffid,amount,note\nd1,1,é\n'],
    ['CRLF', 'id,amount,note\r\nd1,1,é\r\n'],
    ['CR', 'id,amount,note\rd1,1,é\r'],
    ['mixed line ends', 'id,amount,note\r\nd1,1,é\n\r\n'],
    ['no line end at the end', 'id,amount,note\nd1,1,é'],
    ['quotes around everything', '"id","amount","note"\r\n"d1","1","é"\r\n'],
    ['blank lines', 'id,amount,note\n\n  \nd1,1,é\n\n\n'],
    ['decomposed letters', 'id,amount,note\nd1,1,e\u0301\n'],
    ['blanks around cells', 'id , amount, note\n d1,\u00a01 ,\u3000é\n'],
  ])('may have %s', async (_, content) => {
    const report = await deals.run(content);
    expect(report.found).toEqual([]);
    expect(report).toMatchObject({ rows: 1, added: 1, file: { encoding: 'utf-8' } });
    expect((await deals.values())['d1']).toMatchObject({ amount: '1', note: 'é' });
  });

  it('may be in GB18030, as WPS and Excel write it', async () => {
    for (const encoding of ['auto', 'gb18030'] as const) {
      const report = await deals.run(Buffer.concat([gbHeader, gbRow, Buffer.from('\r\n')]), { encoding });
      expect(report).toMatchObject({ issues: {}, file: { encoding: 'gb18030' } });
    }
    const rows = Array.from({ length: 30_000 }, (_, index) =>
      Buffer.concat([
        Buffer.from(`e${index},`),
        Buffer.from([0xce, 0xb0, 0x81, 0x30, 0x84, 0x36, 0xb5, 0xa5]),
        Buffer.from('\n'),
      ]),
    );
    await deals.run(Buffer.concat([gbHeader, ...rows]));
    const fourBytes = new TextDecoder('gb18030').decode(Buffer.from([0x81, 0x30, 0x84, 0x36]));
    const notes = new Set(Object.values(await deals.values()).map(({ note }) => note));
    expect([...notes]).toEqual([fourBytes, `伟${fourBytes}单`]);
  });

  it('numbers its rows as they are counted: blank lines and line ends within quotes', async () => {
    const report = await deals.run('id,amount,note\nd1,1,"a\nb\nc"\n\nd2,x,\n', { mode: 'validRows' });
    expect(report.found.map(({ code, row }) => [code, row])).toEqual([['cell.notDecimal', 4]]);
    expect(report).toMatchObject({ rows: 2, added: 1, rejected: 1 });
  });

  it('is read past the bounds of what is read at once, wherever they fall', async () => {
    const note = `"${'line\r\n'.repeat(20)}"`;
    const lines = Array.from({ length: 3000 }, (_, index) => `d${index},${index},${note}`);
    const report = await deals.run(['id,amount,note', ...lines, ''].join('\r\n'));
    expect(report).toMatchObject({ rows: 3000, added: 3000, issues: {} });
    expect((await deals.values())['d2999']).toMatchObject({
      amount: '2999',
      note: 'line\n'.repeat(20).trim(),
    });
  });

  it('with a bad cell in every tenth row is told of each of them, and of nothing else', async () => {
    const bad = ['x', '1.234', '1e5', '99999999999999999', '-1000001', '1000000001'];
    const lines = Array.from({ length: 5000 }, (_, index) =>
      index % 10 === 3 ? `d${index},${bad[((index / 10) % bad.length) | 0]!}` : `d${index},${index}`,
    );
    const report = await deals.run(['id,amount', ...lines].join('\n'), { mode: 'validRows' });
    expect(report.found.map(({ row }) => row)).toEqual(
      Array.from({ length: 500 }, (_, index) => index * 10 + 5),
    );
    expect(report).toMatchObject({ rows: 5000, added: 4500, rejected: 500 });
    expect(report.found.every((issue) => validateIssue(issue))).toBe(true);
    expect(Object.values(report.issues).reduce((sum, count) => sum + count)).toBe(500);
    expect(Object.keys(await deals.values())).toHaveLength(4500);
  });

  it('quotes long cells shortly, without cutting a character', async () => {
    const report = await deals.run(`id,amount\nd1,${'😀'.repeat(100)}\nd2,${'x'.repeat(60)}\n`);
    const [first, second] = report.found.map(({ value }) => value!) as [string, string];
    expect(first).toBe(`${'😀'.repeat(59)}…`);
    expect(second).toBe('x'.repeat(60));
  });

  it('may have keys of any characters, but not of any length', async () => {
    const report = await deals.run(`id,amount\n${'é'.repeat(41)},1\n"a/b, %2F ""c""",2\n`, {
      mode: 'validRows',
    });
    expect(report.issues).toEqual({ 'cell.tooLong': 1 });
    expect(Object.keys(await deals.values())).toEqual(['a/b, %2F "c"']);
    const columns = salesDataset.columns.map((column) =>
      column.id === 'id' ? { ...column, maxLength: 10_000 } : column,
    );
    const wide = importer(store, folder, {
      ...salesDataset,
      columns,
    });
    expect((await wide.run(`id\n${'x'.repeat(2001)}\n`)).found).toEqual([
      error('row.keyTooLong', { row: 2, params: { max: 2000 } }),
    ]);
  });
});
