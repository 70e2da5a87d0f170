import { expect, test } from 'vitest';
import { metricBlock } from '../../../admin/statement/metric-block.ts';
import { cellText, measureText } from '../../../admin/statement/measure-text.ts';
import { pointsSum } from '../../../admin/statement/points-sum.ts';
import { viewOf } from '../../../admin/statement/view.ts';
import { unitName } from '../../../admin/shared/unit-name.ts';
import { lastDay } from '../../../admin/shared/period-days.ts';
import type { SourceColumn } from '../../../schemas/index.ts';
import { starters, statementOf } from './statement-of.ts';

const { model, cases } = starters[0]!;
const statement = statementOf(model, cases[0]!.figures);
const view = viewOf(statement, 'en');

test('the points of all metrics add up to the composite before it is rounded', () => {
  const { points, weights, whole } = pointsSum(model.metrics.map((metric) => metricBlock(view, metric)));
  expect({ weights, whole }).toEqual({ weights: '100', whole: true });
  expect(Number(points)).toBeCloseTo(Number(statement.result.composite), 1);
});

test('what is left out counts neither in the points nor in the weights', () => {
  const figures = Object.fromEntries(
    Object.entries(cases[0]!.figures).filter(([id]) => id !== 'satisfaction_mean'),
  );
  const without = viewOf(statementOf(model, figures), 'en');
  const sum = pointsSum(model.metrics.map((metric) => metricBlock(without, metric)));
  expect(sum).toMatchObject({ weights: '80', whole: false });
});

test('a figure is told by the names of columns and choices, never by their ids', () => {
  const columns: SourceColumn[] = [
    { id: 'amount', name: { zh: '金额', en: 'Amount' } },
    { id: 'closed_on', name: { zh: '成交日期', en: 'Closed on' } },
    {
      id: 'status',
      name: { zh: '状态', en: 'Status' },
      choices: [{ value: 'won', name: { zh: '成交', en: 'Won' } }],
    },
  ];
  const aggregate = {
    kind: 'sum',
    dataset: 'deals',
    subject: 'seller',
    date: 'closed_on',
    column: 'amount',
    where: { all: [{ fact: 'status', operator: 'equal', value: 'won' }] },
    whenEmpty: 'zero',
  } as const;
  const text = measureText(aggregate as unknown as Parameters<typeof measureText>[0], columns, 'en')!;
  expect(text).toContain('Sum of “Amount”');
  expect(text).toContain('Status is Won');
  expect(text).not.toMatch(/status|won\b|closed_on/);
  expect(cellText(columns[2], 'won', 'zh')).toBe('成交');
  expect(cellText(columns[0], 'true', 'zh')).toBe('是');
  expect(cellText(undefined, '12', 'en')).toBe('12');
});

test('one of a unit is one, and a unit of the company’s own stands for itself', () => {
  expect(unitName('customers', 'en', '1')).toBe('customer');
  expect(unitName('customers', 'en', '1.0000')).toBe('customer');
  expect(unitName('customers', 'en', '10')).toBe('customers');
  expect(unitName('CNY', 'zh', '1')).toBe('元');
  expect(unitName('台', 'en', '3')).toBe('台');
});

test('the last day of a period is the one before its end, over the ends of months and years', () => {
  expect(lastDay('2026-10-01')).toBe('2026-09-30');
  expect(lastDay('2027-01-01')).toBe('2026-12-31');
  expect(lastDay('2028-03-01')).toBe('2028-02-29');
});
