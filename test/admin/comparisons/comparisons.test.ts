import { expect, test } from 'vitest';
import { gradeMatrix } from '../../../admin/comparisons/grade-matrix-view.ts';
import { isSomething, remainderOf } from '../../../admin/comparisons/movement-sums.ts';
import { ruleChanges } from '../../../admin/comparisons/rule-changes.ts';
import { movementOf } from '../../../engine/index.ts';
import type { Model, MovementView } from '../../../schemas/index.ts';
import { starters, statementOf } from '../statement/statement-of.ts';

const { model, cases } = starters[0]!;

function changed(change: (copy: Model) => void): Model {
  const copy = structuredClone(model);
  change(copy);
  return copy;
}

test('the matrix counts everybody once and says which way', () => {
  const { rows, columns, cells } = gradeMatrix(
    [
      { before: 'good', after: 'excellent', count: 2 },
      { before: 'good', after: 'good', count: 5 },
      { before: 'good', after: null, count: 1 },
    ],
    ['excellent', 'good'],
  );
  expect([rows, columns]).toEqual([
    ['excellent', 'good'],
    ['excellent', 'good', null],
  ]);
  expect(cells[1]).toEqual([
    { count: 2, way: 'up' },
    { count: 5, way: 'same' },
    { count: 1, way: 'none' },
  ]);
  expect(cells[0]![1]).toEqual({ count: 0, way: 'down' });
});

test('a change of a weight is told with both weights', () => {
  const after = changed(({ metrics }) => {
    metrics[0]!.weight = 20;
  });
  expect(ruleChanges(model, after, model.metrics[0]!.id)).toEqual([
    { kind: 'weight', before: 14, after: 20 },
  ]);
  expect(ruleChanges(model, after, model.metrics[1]!.id)).toEqual([]);
});

test('caps, scorings, formulas, targets and measures are told apart', () => {
  const { id } = model.metrics[0]!;
  const kinds = (change: (copy: Model) => void) =>
    ruleChanges(model, changed(change), id).map(({ kind }) => kind);
  expect(kinds(({ metrics }) => void (metrics[0]!.scoring = { kind: 'asIs', cap: 100 }))).toEqual(['cap']);
  expect(kinds(({ metrics }) => void (metrics[0]!.scoring = { kind: 'asIs', floor: 10, cap: 120 }))).toEqual([
    'floor',
  ]);
  expect(
    kinds(
      ({ metrics }) =>
        void (metrics[0]!.scoring = { kind: 'steps', below: 0, steps: [{ from: 1, score: 100 }] }),
    ),
  ).toEqual(['scoring']);
  expect(kinds(({ metrics }) => void (metrics[0]!.target = { kind: 'constant', value: 5 }))).toContain(
    'targetChanged',
  );
  expect(kinds(({ metrics }) => void (metrics[0]!.whenMissing = 'zero'))).toEqual(['whenMissing']);
  expect(kinds(({ metrics }) => void metrics.shift())).toEqual(['removed']);
  expect(
    kinds(
      ({ measures }) =>
        void (measures[0]!.aggregate = { kind: 'given' } as Model['measures'][0]['aggregate']),
    ),
  ).toEqual(['measures']);
  expect(kinds(({ measures }) => void (measures[0]!.name = { zh: '别名', en: 'Another name' }))).toEqual([]);
});

test('the parts of the metrics and the remainder make the whole', () => {
  const after = changed(({ metrics }) => {
    metrics[0]!.weight = 20;
    metrics[1]!.weight = Number(metrics[1]!.weight) - 6;
  });
  const figures = cases[0]!.figures;
  const judged = (document: Model, sales: string) => ({
    model: document,
    result: statementOf(document, { ...figures, new_customer_sales: sales }).result,
  });
  const moved = movementOf(judged(model, '100001'), judged(after, '100001'), judged(after, '300003'));
  const view = { ...moved, metrics: [...moved.metrics] } as unknown as MovementView;
  const rest = remainderOf(view);
  const sum = (part: 'rule' | 'data') =>
    [...view.metrics.map((metric) => metric[part]), rest[part]].reduce(
      (total, text) => total + Number(text),
      0,
    );
  expect(sum('rule')).toBeCloseTo(Number(view.rule), 9);
  expect(sum('data')).toBeCloseTo(Number(view.data), 9);
  expect(Math.abs(Number(rest.rule))).toBeLessThan(0.02);
});

test('where a part cannot be told there is no remainder, and a remainder of nothing is not shown', () => {
  const metric = { id: 'a', name: { zh: '甲', en: 'A' }, before: null, after: '1', rule: null, data: null };
  const view = { rule: '1.00', data: '0.00', metrics: [metric] } as unknown as MovementView;
  expect(remainderOf(view)).toEqual({ rule: null, data: null });
  expect([null, '0', '-0.00', '0.01'].map(isSomething)).toEqual([false, false, false, true]);
});
