import { expect, test } from 'vitest';
import {
  difference,
  directionOf,
  grouped,
  receiptFigure,
  share,
  signed,
} from '../../../admin/shared/figures.ts';

test('thousands stand apart, and no digit is changed', () => {
  expect(grouped('1234567.50')).toBe('1,234,567.50');
  expect(grouped('999')).toBe('999');
  expect(grouped('-1000')).toBe('−1,000');
  expect(grouped('123456789012345.1234567890')).toBe('123,456,789,012,345.1234567890');
  expect(grouped('11/12')).toBe('11/12');
});

test('a change shows its sign, also up and also none', () => {
  expect(signed('2.10')).toBe('+2.10');
  expect(signed('-0.40')).toBe('−0.40');
  expect(signed('0.00')).toBe('±0.00');
  expect([directionOf('0.01'), directionOf('-3'), directionOf('-0.00')]).toEqual(['up', 'down', 'same']);
});

test('differences are exact where floats are not', () => {
  expect(difference('0.1', '0.30')).toBe('0.20');
  expect(difference('99.99', '100.00')).toBe('0.01');
  expect(difference(null, '1')).toBeNull();
});

test('fractions that have no end are cut with an ellipsis, texts lose their apostrophe', () => {
  expect(receiptFigure('100/3')).toBe('33.333333…');
  expect(receiptFigure('14.25')).toBe('14.25');
  expect(receiptFigure("'expansion")).toBe('expansion');
});

test('a bar is never longer than its frame', () => {
  expect(share('15', '12')).toBe(1);
  expect(share('-1', '12')).toBe(0);
  expect(share(null, '12')).toBe(0);
  expect(share('1', '0')).toBe(0);
});
