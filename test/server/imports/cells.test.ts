import { describe, expect, it } from 'vitest';
import type { Column } from '../../../schemas/index.ts';
import { cellReader } from '../../../server/imports/cells/cell-reader.ts';
import { localTime } from '../../../server/imports/cells/local-time.ts';

const base = { id: 'x', name: { zh: 'x', en: 'x' }, required: false } as const;
const reader = (column: Column, timeZone = 'Asia/Shanghai') =>
  cellReader(column, timeZone, (identifier) => (identifier === 'S1' ? 'p1' : undefined));
const codeOf = (read: unknown) => (typeof read === 'object' ? (read as { code: string }).code : read);

describe('decimal cells', () => {
  const read = reader({ ...base, type: 'decimal', places: 2, min: '-100.5', max: 2_000_000 });
  it.each([
    ['1054', '1054'],
    ['1054.00', '1054'],
    ['1054.50', '1054.5'],
    ['007', '7'],
    ['.5', '0.5'],
    ['-.50', '-0.5'],
    ['0', '0'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['000', '0'],
    ['-100.5', '-100.5'],
    ['2000000.00', '2000000'],
    ['1.230000000000000000000', '1.23'],
  ])('%s is stored as %s', (text, stored) => {
    expect(read(text)).toBe(stored);
  });

  it.each([
    ['', 'cell.notDecimal'],
    ['-', 'cell.notDecimal'],
    ['.', 'cell.notDecimal'],
    ['5.', 'cell.notDecimal'],
    ['+5', 'cell.notDecimal'],
    ['1e3', 'cell.notDecimal'],
    ['0x10', 'cell.notDecimal'],
    ['NaN', 'cell.notDecimal'],
    ['Infinity', 'cell.notDecimal'],
    ['1,234', 'cell.notDecimal'],
    ['1 234', 'cell.notDecimal'],
    ['¥5', 'cell.notDecimal'],
    ['５', 'cell.notDecimal'],
    ['--5', 'cell.notDecimal'],
    ['(5)', 'cell.notDecimal'],
    ['1.234', 'cell.tooManyPlaces'],
    ['1000000000000000', 'cell.tooLarge'],
    ['-100.51', 'cell.belowMin'],
    ['2000000.01', 'cell.aboveMax'],
  ])('%j is %s', (text, code) => {
    expect(codeOf(read(text))).toBe(code);
  });

  it('take 15 digits before the point, exactly', () => {
    const wide = reader({ ...base, type: 'decimal', places: 10 });
    expect(wide('999999999999999.9999999999')).toBe('999999999999999.9999999999');
    expect(wide('0000999999999999999')).toBe('999999999999999');
  });

  it('are compared with their limits exactly', () => {
    const narrow = reader({ ...base, type: 'decimal', places: 10, max: '0.3' });
    expect(narrow('0.3')).toBe('0.3');
    expect(codeOf(narrow('0.3000000001'))).toBe('cell.aboveMax');
  });

  it('take groups of thousands where the column says so, and only proper ones', () => {
    const grouped = reader({ ...base, type: 'decimal', places: 2, thousands: true });
    expect(grouped('1,234.50')).toBe('1234.5');
    expect(grouped('-12,345,678')).toBe('-12345678');
    expect(grouped('1234.5')).toBe('1234.5');
    for (const text of ['1,23', '12,34.5', '1,2345', ',123', '1,,234', '1,234,', '1.234,5']) {
      expect(codeOf(grouped(text))).toBe('cell.notDecimal');
    }
  });

  it('say what their limits are', () => {
    expect(read('1.234')).toEqual({ code: 'cell.tooManyPlaces', params: { places: 2 } });
    expect(read('-101')).toEqual({ code: 'cell.belowMin', params: { min: '-100.5' } });
    expect(read('2000001')).toEqual({ code: 'cell.aboveMax', params: { max: '2000000' } });
  });
});

describe('integer cells', () => {
  const read = reader({ ...base, type: 'integer', min: 0, max: 10 });
  it.each([
    ['7', '7'],
    ['007', '7'],
    ['10.00', '10'],
    ['7.5', 'cell.notInteger'],
    ['seven', 'cell.notInteger'],
    ['1,000', 'cell.notInteger'],
    ['-1', 'cell.belowMin'],
    ['11', 'cell.aboveMax'],
  ])('%s gives %s', (text, expected) => {
    expect(codeOf(read(text))).toBe(expected);
  });
});

describe('instant cells', () => {
  const read = reader({ ...base, type: 'instant' });
  it.each([
    ['2026-03-31T16:30:00Z', '2026-03-31T16:30:00.000Z'],
    ['2026-03-31T16:30Z', '2026-03-31T16:30:00.000Z'],
    ['2026-03-31T16:30:00+08:00', '2026-03-31T08:30:00.000Z'],
    ['2026-03-31 16:30:00 +0800', '2026-03-31T08:30:00.000Z'],
    ['2026-03-31 16:30:00.5+08', '2026-03-31T08:30:00.500Z'],
    ['2026-03-31T16:30:00.123999-05:30', '2026-03-31T22:00:00.123Z'],
    ['2026-03-31 16:30', '2026-03-31T08:30:00.000Z'],
    ['2026-03-31T16:30:59.999', '2026-03-31T08:30:59.999Z'],
    ['2026-01-01 07:59', '2025-12-31T23:59:00.000Z'],
    ['2024-02-29T00:00Z', '2024-02-29T00:00:00.000Z'],
  ])('%s is stored as %s', (text, stored) => {
    expect(read(text)).toBe(stored);
  });

  it.each([
    '2026-03-31',
    '2026-02-29T00:00Z',
    '2026-03-31T24:00:00Z',
    '2026-03-31T16:60:00Z',
    '2026-03-31T16:30:60Z',
    '2026-03-31T16:30:00+25:00',
    '2026-03-31T16:30:00z',
    '31.03.2026 16:30',
    '2026-3-31 16:30',
    '0001-01-01T00:00+01:00',
    '9999-12-31T23:59-01:00',
    '1774945800',
    'now',
  ])('%s is none', (text) => {
    expect(codeOf(read(text))).toBe('cell.notInstant');
  });

  it('are none where the clocks leave them out, and the earlier where they come twice', () => {
    const berlin = reader({ ...base, type: 'instant' }, 'Europe/Berlin');
    expect(berlin('2026-03-29T01:59:59')).toBe('2026-03-29T00:59:59.000Z');
    expect(berlin('2026-03-29T02:30:00')).toEqual({
      code: 'cell.notInstant',
      params: { reason: 'skippedByClocks', timeZone: 'Europe/Berlin' },
    });
    expect(berlin('2026-03-29T03:00:00')).toBe('2026-03-29T01:00:00.000Z');
    expect(berlin('2026-10-25T02:30:00')).toBe('2026-10-25T00:30:00.000Z');
    expect(berlin('2026-10-25T03:00:00')).toBe('2026-10-25T02:00:00.000Z');
    expect(berlin('2026-03-29T02:30:00Z')).toBe('2026-03-29T02:30:00.000Z');
  });

  it('are right where clocks change by half an hour, and at every minute around the change', () => {
    const local = localTime('Australia/Lord_Howe');
    const at = (text: string) => {
      const instant = local(Date.parse(`${text}Z`));
      return instant === undefined ? undefined : new Date(instant).toISOString().slice(0, 16);
    };
    expect(at('2026-04-05T01:29')).toBe('2026-04-04T14:29');
    expect(at('2026-04-05T01:30')).toBe('2026-04-04T14:30');
    expect(at('2026-04-05T01:59')).toBe('2026-04-04T14:59');
    expect(at('2026-04-05T02:00')).toBe('2026-04-04T15:30');
    expect(at('2026-10-04T01:59')).toBe('2026-10-03T15:29');
    expect(at('2026-10-04T02:00')).toBeUndefined();
    expect(at('2026-10-04T02:29')).toBeUndefined();
    expect(at('2026-10-04T02:30')).toBe('2026-10-03T15:30');
  });
});

describe('local times', () => {
  it('may be left out in the second half of an hour', () => {
    const local = localTime('Asia/Pyongyang');
    expect(local(Date.parse('2018-05-04T23:00Z'))).toBe(Date.parse('2018-05-04T14:30Z'));
    expect(local(Date.parse('2018-05-04T23:29Z'))).toBe(Date.parse('2018-05-04T14:59Z'));
    expect(local(Date.parse('2018-05-04T23:30Z'))).toBeUndefined();
    expect(local(Date.parse('2018-05-05T00:00Z'))).toBe(Date.parse('2018-05-04T15:00Z'));
  });
});

describe('text cells', () => {
  const read = reader({ ...base, type: 'text', maxLength: 3 });
  it.each([
    ['abc', 'abc'],
    ['e\u0301te', '\u00e9te'],
    ['a\r\nb', 'a\nb'],
    ['a\rb', 'a\nb'],
    ['a\tb', 'a\tb'],
    ['😀😀😀', '😀😀😀'],
  ])('%j is stored as %j', (text, stored) => {
    expect(read(text)).toBe(stored);
  });

  it.each([
    ['abcd', 'cell.tooLong'],
    ['😀😀😀😀', 'cell.tooLong'],
    ['a\u0007', 'cell.controlCharacter'],
    ['a\u0085', 'cell.controlCharacter'],
    ['a\u007f', 'cell.controlCharacter'],
    ['\ud800a', 'cell.controlCharacter'],
  ])('%j is %s', (text, code) => {
    expect(codeOf(read(text))).toBe(code);
  });

  it('have at most 10 000 characters', () => {
    const long = reader({ ...base, type: 'text' });
    expect(long('x'.repeat(10_000))).toHaveLength(10_000);
    expect(codeOf(long('x'.repeat(10_001)))).toBe('cell.tooLong');
  });
});

describe('choice cells', () => {
  const choices = ['constructor', '2', '3', '4', '5', '6'].map((value) => ({ value }));
  const read = reader({
    ...base,
    type: 'choice',
    choices: [{ value: 'GTX Pro', aliases: ['GTXPro', 'e\u0301'] }, ...choices],
  });

  it('are stored as the value, whichever alias is written', () => {
    expect([read('GTX Pro'), read('GTXPro'), read('\u00e9'), read('constructor')]).toEqual([
      'GTX Pro',
      'GTX Pro',
      'GTX Pro',
      'constructor',
    ]);
  });

  it('are written exactly', () => {
    const problem = {
      code: 'cell.notChoice',
      params: { choices: 'GTX Pro, constructor, 2, 3, 4', count: 7 },
    };
    for (const text of ['gtx pro', 'GTX  Pro', 'toString', '__proto__']) expect(read(text)).toEqual(problem);
  });
});

describe('person cells', () => {
  const read = reader({ ...base, type: 'person' });
  it.each([
    ['S1', 'p1'],
    ['s1', 'cell.unknownPerson'],
    ['__proto__', 'cell.unknownPerson'],
    ['x'.repeat(201), 'cell.tooLong'],
    ['S1\u0000', 'cell.controlCharacter'],
  ])('%j gives %s', (text, expected) => {
    expect(codeOf(read(text))).toBe(expected);
  });
});
