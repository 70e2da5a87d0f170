import { expect, test } from 'vitest';
import { gradeMatrix } from '../../../admin/comparisons/grade-matrix-view.ts';
import { movementFacts } from '../../../admin/comparisons/movement-facts.ts';
import { restOf } from '../../../admin/comparisons/movement-rest.ts';
import type { BothModels } from '../../../admin/comparisons/both-models.ts';
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

test('a target of the stage is told by its figures, one of another stage not at all', () => {
  const metric = model.metrics.find(({ target }) => target?.kind === 'stage')!;
  const withTarget = (stage: string, value: number) =>
    changed(({ metrics }) => {
      const { target } = metrics.find(({ id }) => id === metric.id)!;
      if (target?.kind === 'stage') target.stages.find((one) => one.stage === stage)!.value = value;
    });
  expect(ruleChanges(model, withTarget(model.stage, 99), metric.id)).toEqual([
    { kind: 'target', before: 12, after: 99 },
  ]);
  expect(ruleChanges(model, withTarget('mature', 99), metric.id)).toEqual([]);
});

/** A movement between a model and one with other weights, on figures that changed too. */
function moved(): { view: MovementView; models: BothModels } {
  const after = changed(({ metrics }) => {
    metrics[0]!.weight = 20;
    metrics[1]!.weight = Number(metrics[1]!.weight) - 6;
  });
  const { figures } = cases[0]!;
  const judged = (document: Model, sales: string) => ({
    model: document,
    result: statementOf(document, { ...figures, new_customer_sales: sales }).result,
  });
  const sides = [judged(model, '100001'), judged(after, '100001'), judged(after, '300003')] as const;
  const side = ({ result: { composite, grade } }: (typeof sides)[number]) => ({
    composite,
    grade,
    model: model.key,
  });
  const movement = movementOf(...sides);
  const view = { ...movement, before: side(sides[0]), after: side(sides[2]) } as unknown as MovementView;
  const known = (document: Model) => ({ documents: new Map([[model.key, document]]) });
  return { view, models: { before: known(model), after: known(after) } as unknown as BothModels };
}

test('the metrics that moved and the rest make the composite, before, by the rules, by the data and after', () => {
  const { view } = moved();
  const rest = restOf(view);
  const sum = (column: 'before' | 'rule' | 'data' | 'after') =>
    [...view.metrics.map((metric) => metric[column] ?? '0'), rest[column]!].reduce(
      (total, text) => total + Number(text),
      0,
    );
  expect(sum('before')).toBeCloseTo(Number(view.before!.composite), 9);
  expect(sum('rule')).toBeCloseTo(Number(view.rule), 9);
  expect(sum('data')).toBeCloseTo(Number(view.data), 9);
  expect(sum('after')).toBeCloseTo(Number(view.after!.composite), 9);
});

test('where one of the runs gave no composite there is nothing to add up', () => {
  const { view } = moved();
  expect(restOf({ ...view, after: { ...view.after!, composite: null } }).after).toBeNull();
  expect(restOf({ ...view, before: null }).before).toBeNull();
});

test('a metric says what its rule was changed in, or that other weights did it', () => {
  const { view, models } = moved();
  const [first] = movementFacts(view, models, { before: undefined, after: undefined });
  expect(first).toMatchObject({
    id: model.metrics[0]!.id,
    weight: { before: '14', after: '20' },
    changes: [{ kind: 'weight', before: 14, after: 20 }],
    reweighted: false,
  });
  const untouched = { ...view.metrics[0]!, id: model.metrics[4]!.id };
  const [other] = movementFacts({ ...view, metrics: [untouched] }, models, {
    before: undefined,
    after: undefined,
  });
  expect(other).toMatchObject({ changes: [], reweighted: true });
});
