import { describe, expect, test } from 'vitest';
import { namesIn } from '../../../engine/formula/formula-text.ts';
import {
  compositeLine,
  gradeReasons,
  nextBand,
  proposedActions,
} from '../../../admin/statement/grade-view.ts';
import { metricBlock } from '../../../admin/statement/metric-block.ts';
import { recompute } from '../../../admin/statement/recompute.ts';
import { viewOf } from '../../../admin/statement/view.ts';
import { starters, statementOf } from './statement-of.ts';

const statements = starters.flatMap(({ model, cases }) =>
  cases.map(({ name, figures }) => ({
    name: `${model.key}: ${name.en}`,
    statement: statementOf(model, figures),
  })),
);
const excellent = statements[0]!.statement;

describe.each(statements)('$name', ({ statement }) => {
  test('computed again from the given figures alone, the receipt has the same hash', () => {
    const { same, hash, steps, differs } = recompute(statement);
    expect({ same, hash, steps, differs }).toEqual({
      same: true,
      hash: statement.receiptHash,
      steps: statement.receipt.entries.length,
      differs: undefined,
    });
  });

  test.each(['zh', 'en'] as const)('reads without a hole in %s', (language) => {
    const view = viewOf(statement, language);
    const blocks = statement.model.metrics.map((metric) => metricBlock(view, metric));
    const texts = [
      ...blocks.flatMap(({ name, lines, missing }) => [
        name,
        ...lines.map(({ text }) => text),
        ...(missing === null ? [] : [missing.because, missing.consequence]),
      ]),
      compositeLine(view),
      ...gradeReasons(view),
      ...proposedActions(view).flatMap(({ name, because }) => [name, because]),
    ];
    for (const text of texts) expect(text).not.toMatch(/undefined|null|\{\w+\}|^$/);
  });

  test('every block shows the published figures of the result', () => {
    const view = viewOf(statement, 'en');
    for (const metric of statement.model.metrics) {
      const { value, score, weighted, missing } = statement.result.metrics[metric.id]!;
      const block = metricBlock(view, metric);
      expect([block.value, block.score, block.part]).toEqual([value, score, weighted]);
      expect(block.missing === null).toBe(missing === undefined);
      const [first, ...others] = block.lines.map(({ text }) => text);
      expect(first!.endsWith(value ?? 'missing')).toBe(true);
      const made = missing === undefined ? [score, `= ${weighted}`] : others;
      expect(others.map((text, index) => text.endsWith(made[index]!))).toEqual(made.map(() => true));
    }
  });
});

test('a changed figure is found out by computing again', () => {
  const receipt = structuredClone(excellent.receipt);
  receipt.entries.find(({ id }) => id === 'new_customer_sales')!.value = '378001';
  const { same, differs } = recompute({ ...excellent, receipt });
  expect(same).toBe(false);
  expect(differs).toBeDefined();
});

test('a wrong step in a receipt is named', () => {
  const receipt = structuredClone(excellent.receipt);
  receipt.entries.find(({ id }) => id === 'composite')!.value = '100';
  expect(recompute({ ...excellent, receipt }).differs).toBe('composite');
});

test('the arithmetic says where a figure was rounded', () => {
  const { model, cases } = starters[0]!;
  const view = viewOf(
    statementOf(model, {
      ...cases[0]!.figures,
      new_customer_sales: '100000',
      new_customer_sales_target: '300000',
    }),
    'en',
  );
  const [value, , part] = metricBlock(view, model.metrics[0]!).lines;
  expect(value!.text).toContain('100,000 ÷ 300,000 × 100 ≈ 33.3333');
  expect(part!.text).toBe('33.3333 × 14 ÷ 100 = 4.666662');
});

test('the distance to the next grade is exact', () => {
  const { model, cases } = starters[0]!;
  const low = statementOf(model, {
    ...cases[0]!.figures,
    new_customer_sales: '0',
    collected: '0',
    repeat_sales: '0',
  });
  const next = nextBand(viewOf(low, 'zh'))!;
  expect(next.points).toMatch(/^\d+(\.\d+)?$/);
  expect(nextBand(viewOf(excellent, 'zh'))).toBeUndefined();
});

test('target stands apart from the measures of a formula', () => {
  expect(namesIn('min(a / target * 100, a + 2)')).toEqual(['a', 'target']);
});
