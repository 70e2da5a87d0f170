import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvOf } from '../../../admin/shared/csv.ts';

test('a file begins with the mark of UTF-8 and its lines end as Excel writes them', () => {
  expect(
    csvOf([
      ['姓名', '综合得分'],
      ['王芳', '99.35'],
    ]),
  ).toBe('\uFEFF姓名,综合得分\r\n王芳,99.35\r\n');
});

test('numbers stay numbers, also below zero; nothing is a formula', () => {
  const [row] = csvOf([['-12.50', '=1+1', '+1', '-1+1', '@SUM(A1)', '\tx', '＝1', 3, null]])
    .slice(1)
    .split('\r\n');
  expect(row).toBe("-12.50,'=1+1,'+1,'-1+1,'@SUM(A1),'\tx,'＝1,3,");
});

test('a carriage return at the beginning is no way around the guard', () => {
  expect(csvOf([['\r=1+1']])).toBe('\uFEFF"\'\r=1+1"\r\n');
});

test('whatever the texts, a reader of CSV gets them back, but for the apostrophe', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('=x', '+', '-', '@a', '"', ',', '\n', 'a"b,c\r\nd'));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      const read = parse(csvOf(rows), { bom: true, record_delimiter: '\r\n' });
      expect(read.map((row) => row.map((text) => text.replace(/^'/, '')))).toEqual(
        rows.map((row) => row.map((text) => text.replace(/^'/, ''))),
      );
      const formulas = read
        .flat()
        .filter((text) => /^[=+\-@\t\r]/.test(text) && !/^-\d+(\.\d+)?$/.test(text));
      expect(formulas).toEqual([]);
    }),
  );
});
