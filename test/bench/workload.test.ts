import { describe, expect, it } from 'vitest';
import { contestants, type ContestantId } from '../../bench/engines/registry.ts';
import { manyRulesModel } from '../../bench/workload/many-rules.ts';
import { standardModel } from '../../bench/workload/model.ts';
import { people } from '../../bench/workload/people.ts';
import { mulberry32 } from '../../bench/workload/random.ts';
import { check } from '../../engine/index.ts';
import type { Condition } from '../../schemas/index.ts';

const everyone = people(200);

async function outcomes(id: ContestantId, count: number) {
  const { load, model } = contestants[id];
  const engine = await (await load())(model(), everyone);
  return engine.outcomes(count);
}

function comparisons(condition: Condition): Condition[] {
  if ('all' in condition) return condition.all.flatMap(comparisons);
  if ('any' in condition) return condition.any.flatMap(comparisons);
  return 'not' in condition ? comparisons(condition.not) : [condition];
}

describe('the workload of the benchmark', () => {
  it('is drawn by mulberry32: the numbers that its C source gives for seed 42', () => {
    const random = mulberry32(42);
    expect([random(), random(), random()].map((number) => number.toFixed(9))).toEqual([
      '0.601103752',
      '0.448290559',
      '0.852465793',
    ]);
  });

  it('has a model that check finds nothing to say about', () => {
    expect(check(standardModel)).toEqual([]);
    expect(check(manyRulesModel(500))).toEqual([]);
  });

  it('has 12 metrics, 7 of them on a curve and 5 by steps, and 18 rules of two to four comparisons', () => {
    const kinds = standardModel.metrics.map(({ scoring }) => scoring.kind);
    expect(kinds.filter((kind) => kind === 'curve')).toHaveLength(7);
    expect(kinds.filter((kind) => kind === 'steps')).toHaveLength(5);
    const rules = [...standardModel.gradeRules!, ...standardModel.actions!];
    const counts = rules.map(({ conditions }) => comparisons(conditions).length);
    expect([rules.length, Math.min(...counts), Math.max(...counts)]).toEqual([18, 2, 4]);
  });

  it('has people with 24 figures of two decimals, always the same people', () => {
    const figures = Object.values(everyone[0]!.facts).filter((fact) => typeof fact === 'number');
    expect(figures).toHaveLength(24);
    for (const figure of figures) expect(Number(figure.toFixed(2))).toBe(figure);
    expect(people(200)).toEqual(everyone);
  });
});

describe('the engines of the benchmark that are JavaScript', () => {
  it.each([
    ...(['compact', 'result', 'explained', 'receipt', 'columns', 'handWritten'] as const),
    ...(['rulesEngine', 'rulesEngineTuned', 'rulesEngineRulesOnly'] as const),
  ])('give the same composites, grades and actions: %s', async (id) => {
    expect(await outcomes(id, 200)).toEqual(await outcomes('reference', 200));
  });

  it.each(['manyCompact', 'manyColumns', 'manyRulesEngine'] as const)(
    'agree on a thousand rules: %s',
    async (id) => {
      expect(await outcomes(id, 5)).toEqual(await outcomes('manyReference', 5));
    },
  );
});
