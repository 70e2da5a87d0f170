import { expect, test } from 'vitest';
import { gradeCounts } from '../../../admin/home/grade-counts.ts';
import type { Distribution, Model } from '../../../schemas/index.ts';

const documents = new Map(
  [
    ['a', ['excellent', 'good']],
    ['b', ['excellent', 'poor']],
  ].map(([key, grades]) => [
    key as string,
    { grades: (grades as string[]).map((id) => ({ id })) } as unknown as Model,
  ]),
);

test('grades of all models of a run are counted once each, those without a grade last', () => {
  const counts = [
    { model: 'a', grade: null, count: 3 },
    { model: 'a', grade: 'good', count: 2 },
    { model: 'b', grade: 'excellent', count: 1 },
    { model: 'a', grade: 'excellent', count: 1 },
    { model: 'b', grade: 'of before', count: 4 },
  ];
  const distribution = { run: 'r', total: 11, counts } as unknown as Distribution;
  expect(gradeCounts(distribution, documents)).toEqual([
    { grade: 'excellent', count: 2 },
    { grade: 'good', count: 2 },
    { grade: 'poor', count: 0 },
    { grade: 'of before', count: 4 },
    { grade: null, count: 3 },
  ]);
});

test('where everybody has a grade there is no line for those without', () => {
  const distribution = { run: 'r', total: 0, counts: [] } as unknown as Distribution;
  expect(gradeCounts(distribution, documents).map(({ grade }) => grade)).toEqual([
    'excellent',
    'good',
    'poor',
  ]);
});
