import { beforeAll, describe, expect, it } from 'vitest';
import { formatExact, parseDecimal } from '../../../engine/number/decimal.ts';
import { add, zero } from '../../../engine/number/rational.ts';
import type { Metric, Run } from '../../../schemas/index.ts';
import { demoPeriod, loadDemo } from '../../../server/demo/load.ts';
import { comparisonId, compareRuns } from '../../../server/runs/compare.ts';
import { resultsOfRun } from '../../../server/runs/stored-results.ts';
import type { Comparison, Movement } from '../../../server/store/documents.ts';
import { openMemoryStore } from '../../../server/store/memory.ts';
import { changeModel, importRows, runDemo } from './demo-changes.ts';

const store = openMemoryStore();
let first: Run;
let byRule: Run;
let byData: Run;
let byBoth: Run;

async function compared(before: Run, after: Run) {
  const outcome = await compareRuns(store, before.id, after.id, () => {});
  if ('issues' in outcome) throw new Error(JSON.stringify(outcome.issues));
  const comparison = (await store.collection('comparisons').get(outcome.made))!;
  const movements: Movement[] = [];
  for await (const movement of store.collection('movements').scan({ prefix: `${comparison.id}/` })) {
    movements.push(movement);
  }
  return { comparison, movements };
}

const exact = (texts: readonly (string | null)[]) =>
  formatExact(texts.reduce((sum, text) => add(sum, parseDecimal(text!)!), zero));

beforeAll(async () => {
  await loadDemo(store);
  first = await runDemo(store);
  // The new rules need a dataset that the first run did not read.
  await changeModel(store, 'mature', (model) => ({
    ...model,
    measures: [
      ...model.measures,
      {
        id: 'pay',
        name: { zh: '月薪', en: 'Pay' },
        aggregate: {
          kind: 'count',
          dataset: 'salaries',
          subject: 'person',
          date: 'from',
          whenEmpty: 'zero',
        },
      },
    ],
    metrics: model.metrics.map((metric): Metric => {
      if (metric.id === 'nps') return { ...metric, weight: 5 };
      if (metric.id === 'collection') return { ...metric, weight: 15 };
      if (metric.id !== 'referral_rate') return metric;
      const { target: _, ...rest } = metric;
      const scoring = { kind: 'linear', from: { value: 0, score: 0 }, to: { value: 2, score: 100 } } as const;
      return { ...rest, formula: 'pay + 1', scoring };
    }),
  }));
  byRule = await runDemo(store);
  await importRows(store, 'targets', [
    { seller: 'E002', month: '2026-07-01', kind: 'new_customer_sales', amount: '1' },
    { seller: 'E004', month: '2026-07-01', kind: 'repeat_sales', amount: '900000' },
  ]);
  byBoth = await runDemo(store);
  const original = (await store.collection('modelVersions').last('mature/000001/'))!;
  const again = { ...original, id: 'mature/000003/000001', version: 3, from: demoPeriod };
  await store.collection('modelVersions').insert(again);
  byData = await runDemo(store);
}, 60_000);

describe('a comparison of two runs', () => {
  it('says what the rules did and what the data did, adding up for everybody', async () => {
    expect(new Set([first, byRule, byData, byBoth].map(({ id }) => id)).size).toBe(4);
    const { comparison, movements } = await compared(first, byBoth);
    expect(movements).toHaveLength(first.subjects);
    expect(comparison).toMatchObject({ before: first.id, after: byBoth.id, subjects: first.subjects });
    expect(Object.values(comparison.causes).reduce((sum, count) => sum + count)).toBe(first.subjects);
    expect(comparison.causes.rule).toBeGreaterThan(10);
    expect(comparison.causes.data + comparison.causes.both).toBeGreaterThan(0);
    expect(comparison.grades.reduce((sum, { count }) => sum + count, 0)).toBe(first.subjects);
    let whole = 0;
    for (const { before, after, rule, data, metrics, rounding, delta, size } of movements) {
      if (rule === null || data === null) continue;
      whole += 1;
      expect(exact([before!.composite, rule, data])).toBe(exact([after!.composite]));
      expect(exact([...metrics.map((metric) => metric.rule), rounding.rule])).toBe(exact([rule]));
      expect(exact([...metrics.map((metric) => metric.data), rounding.data])).toBe(exact([data]));
      expect(Math.abs(delta!)).toBe(size);
    }
    expect(whole).toBeGreaterThan(40);
  });

  it('blames the rules alone where only they changed, the data alone where only they did', async () => {
    const rules = await compared(first, byRule);
    expect(rules.comparison.causes).toMatchObject({ data: 0, both: 0, joined: 0, left: 0 });
    expect(rules.movements.some(({ metrics }) => metrics.some(({ id }) => id === 'referral_rate'))).toBe(
      true,
    );
    const data = await compared(first, byData);
    expect(data.comparison.causes).toMatchObject({ rule: 0, both: 0, joined: 0, left: 0 });
    expect(data.comparison.causes.data).toBeGreaterThan(0);
    expect(data.comparison.causes.none).toBeGreaterThan(40);
    // What the third run of them said, by the very figures of a run that was really made.
    const hybrid = new Map<string, string | null>();
    for await (const { subject, result } of resultsOfRun(store, byRule.id))
      hybrid.set(subject, result.composite);
    const both = await compared(first, byBoth);
    for (const { subject, before, rule } of both.movements) {
      if (rule !== null) expect(exact([before!.composite, rule])).toBe(exact([hybrid.get(subject)!]));
    }
  });

  it('turned round has every move the other way', async () => {
    const there = await compared(first, byBoth);
    const back = await compared(byBoth, first);
    expect([back.comparison.up, back.comparison.down]).toEqual([there.comparison.down, there.comparison.up]);
    const moves = new Map(back.movements.map((movement) => [movement.subject, movement]));
    for (const { subject, delta, before, after } of there.movements) {
      const other = moves.get(subject)!;
      expect([other.before, other.after]).toEqual([after, before]);
      expect(other.delta === null ? null : other.delta + 0).toBe(delta === null ? null : 0 - delta);
    }
  });

  it('made twice is one, with the same bytes; broken off, it is not seen', async () => {
    const { comparison, movements } = await compared(first, byRule);
    const fresh = openMemoryStore();
    for (const name of ['runs', 'results', 'records', 'imports', 'definitions', 'modelVersions'] as const) {
      for await (const document of store.collection(name).scan()) {
        await (fresh.collection(name) as { insert(doc: unknown): Promise<boolean> }).insert(document);
      }
    }
    // As if it had been killed after some of its movements.
    await fresh.collection('movements').insertMany(movements.slice(0, 7));
    expect(await fresh.collection('comparisons').get(comparison.id)).toBeUndefined();
    await compareRuns(fresh, first.id, byRule.id, () => {});
    const again: Movement[] = [];
    for await (const movement of fresh.collection('movements').scan()) again.push(movement);
    expect(JSON.stringify(again)).toBe(JSON.stringify(movements));
    const made = await fresh.collection('comparisons').get(comparisonId(first.id, byRule.id));
    expect(JSON.stringify(made)).toBe(JSON.stringify(comparison satisfies Comparison));
  });

  it('of a run with itself finds nothing', async () => {
    const { comparison, movements } = await compared(first, first);
    expect(comparison.causes).toMatchObject({ none: first.subjects });
    expect(movements.every(({ metrics }) => metrics.length === 0)).toBe(true);
  });

  it('is refused for runs of different periods, or that are not there', async () => {
    expect(await compareRuns(store, first.id, 'nothing', () => {})).toMatchObject({
      issues: [{ code: 'comparison.periods' }],
    });
  });
});
