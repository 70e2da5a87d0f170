import { expect, test } from 'vitest';
import {
  validateCases,
  validateCompany,
  validateDataset,
  validateModel,
  type DecimalInput,
  type Model,
} from '../../schemas/index.ts';
import { datasetMisfits, measureMisfits, modelMisfits } from './misfits.ts';
import { datasets, datasetsBeside, models, ruleFiles, workedCases } from './rule-files.ts';

const kinds = [
  { ending: 'company.json', least: 2, validate: validateCompany },
  { ending: '.dataset.json', least: 16, validate: validateDataset },
  { ending: '.model.json', least: 5, validate: validateModel },
  { ending: '.cases.json', least: 5, validate: validateCases },
];

test.each(kinds)('every *$ending fits its schema', ({ ending, least, validate }) => {
  const files = ruleFiles().filter(({ path }) => path.endsWith(ending));
  expect(files.length).toBeGreaterThanOrEqual(least);
  for (const { path, document } of files) {
    expect(validate(document) ? null : validate.errors, path).toBeNull();
  }
});

test('every document under rules/ is of a known kind', () => {
  const files = ruleFiles();
  expect(files.length).toBeGreaterThanOrEqual(28);
  const unknown = files.filter(({ path }) => !kinds.some(({ ending }) => path.endsWith(ending)));
  expect(unknown.map(({ path }) => path)).toEqual([]);
});

test('a dataset is named after its file; its headers, choices, key and placed columns are unambiguous', () => {
  const all = datasets();
  expect(all.length).toBeGreaterThanOrEqual(16);
  for (const { path, document } of all) {
    expect(path).toContain(`/datasets/${document.id}.dataset.json`);
    expect(datasetMisfits(document), path).toEqual([]);
  }
});

test('the weights of every model add up to exactly 100', () => {
  const all = models();
  expect(all.length).toBeGreaterThanOrEqual(5);
  for (const { path, document } of all) {
    expect(sum(document.metrics.map(({ weight }) => weight)), path).toBe(tenBillionths(100));
  }
});

test('the bands of every model leave no hole and no overlap', () => {
  for (const { path, document } of models()) {
    const rising = document.bands.toReversed();
    expect(rising[0]?.from, path).toBeUndefined();
    expect(rising.at(-1)?.to, path).toBeUndefined();
    for (const [at, band] of rising.entries()) expect(rising[at + 1]?.from, path).toBe(band.to);
  }
});

test('every measure asks for a dataset beside its model and for columns of fitting types', () => {
  const aggregated = models().flatMap(({ path, document }) =>
    document.measures
      .filter(({ aggregate }) => aggregate.kind !== 'given')
      .map((measure) => ({ path, measure })),
  );
  expect(aggregated.length).toBeGreaterThanOrEqual(48);
  const besides = new Map(models().map(({ path }) => [path, datasetsBeside(path)]));
  for (const { path, measure } of aggregated) {
    expect(measureMisfits(measure, besides.get(path) ?? []), path).toEqual([]);
  }
});

test('formulas, targets, groups, bands and rules name what their model has', () => {
  for (const { path, document } of models()) expect(modelMisfits(document), path).toEqual([]);
});

test('the starter models use every kind of scoring and of target and every policy for what is missing', () => {
  const metrics = starters().flatMap((model) => model.metrics);
  expect(new Set(metrics.map(({ scoring }) => scoring.kind))).toEqual(
    new Set(['asIs', 'linear', 'ratioToTarget', 'steps']),
  );
  expect(new Set(metrics.flatMap(({ target }) => target?.kind ?? []))).toEqual(
    new Set(['constant', 'measure', 'stage']),
  );
  expect(new Set(metrics.map(({ whenMissing }) => whenMissing))).toEqual(
    new Set(['exclude', 'hold', 'zero']),
  );
});

test('performance and satisfaction weigh 40 and 60 in market expansion, 30 and 70 in mature operation', () => {
  const share = (model: Model, group: string) =>
    sum(model.metrics.filter((item) => item.group === group).map(({ weight }) => weight)) / tenBillionths(1);
  expect(
    starters().map((model) => [model.stage, share(model, 'performance'), share(model, 'satisfaction')]),
  ).toEqual([
    ['expansion', 40n, 60n],
    ['mature', 30n, 70n],
  ]);
});

test('worked cases give figures of measures, and expect grades, metrics and actions, that their model has', () => {
  const all = models();
  const cases = workedCases().flatMap(({ path, document, modelPath }) => {
    const model = all.find((item) => item.path === modelPath)?.document;
    return document.cases.map((worked) => ({ at: `${path} ${worked.subject}`, model, worked }));
  });
  expect(cases.length).toBeGreaterThanOrEqual(24);
  for (const { at, model, worked } of cases) {
    const { figures, expected } = worked;
    const ids = (list: readonly { readonly id: string }[] = []) => list.map(({ id }) => id);
    const metrics = expect.arrayContaining(Object.keys({ ...expected.weighted, ...expected.scores }));
    expect([...ids(model?.measures), 'stage', 'team', 'role'], at).toEqual(
      expect.arrayContaining(Object.keys(figures)),
    );
    expect(ids(model?.metrics), at).toEqual(metrics);
    expect([null, ...ids(model?.grades)], at).toContain(expected.grade);
    expect(ids(model?.actions), at).toEqual(expect.arrayContaining(expected.actions ?? []));
  }
});

function starters(): Model[] {
  return models().flatMap(({ path, document }) => (path.startsWith('starter/') ? [document] : []));
}

/** A decimal in units of 10^-10, from its text: no float comes near it. */
function tenBillionths(decimal: DecimalInput): bigint {
  const [whole = '', fraction = ''] = String(decimal).split('.');
  return BigInt(whole + fraction.padEnd(10, '0'));
}

function sum(decimals: readonly DecimalInput[]): bigint {
  return decimals.reduce<bigint>((total, decimal) => total + tenBillionths(decimal), 0n);
}
