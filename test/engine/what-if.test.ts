import { describe, expect, it } from 'vitest';
import { compile, evaluate, openWhatIf, type Outcome } from '../../engine/index.ts';
import type { Metric, Model, Ranking, Result } from '../../schemas/index.ts';
import { randomFigures, randomModel } from '../oracle/random-models.ts';
import { tableFor } from '../support/evaluate-rows.ts';
import { g3Model } from '../support/models.ts';
import { campaignSeed, campaignSize, pick, seeded, whole, type Random } from '../support/random.ts';

const peopleEach = 25;

function shortOf({ composite, grade }: Result) {
  return { composite, grade };
}

function said(outcome: Outcome) {
  return Array.from(outcome.grades, (_, row) => ({
    composite: outcome.compositeOf(row),
    grade: outcome.gradeOf(row),
  }));
}

function withMetric(model: Model, index: number, change: Partial<Metric>): Model {
  return { ...model, metrics: model.metrics.toSpliced(index, 1, { ...model.metrics[index]!, ...change }) };
}

function randomRanking(random: Random, { grades, metrics }: Model): Ranking {
  const ties = pick(random, ['expand', 'shrink', 'break'] as const);
  return {
    scope: pick(random, ['model', 'team'] as const),
    seats: [
      { grade: pick(random, grades).id, end: 'top', share: pick(random, [10, 20, '33.3']) },
      { grade: pick(random, grades).id, end: 'bottom', share: pick(random, [5, 20]) },
    ],
    otherwise: pick(random, grades).id,
    rounding: pick(random, ['halfUp', 'down', 'up', 'largestRemainder'] as const),
    ties,
    ...(ties === 'break' && { tieBreakers: [pick(random, metrics).id] }),
    smallestGroup: whole(random, 1, 5),
  };
}

/** One edit: a weight, a band, a formula, a scoring, a rule that goes, a grade that is renamed, a ranking; or all back. */
function edited(random: Random, model: Model, opened: Model, other: Model): Model {
  const index = whole(random, 0, model.metrics.length - 1);
  const swapped = pick(random, model.metrics);
  switch (whole(random, 0, 8)) {
    case 0:
    case 1:
      return withMetric(model, index, { weight: whole(random, 0, 60) });
    case 2:
      return {
        ...model,
        bands: model.bands.map(({ grade, ...band }) => ({ ...band, grade: pick(random, model.bands).grade })),
      };
    case 3: {
      const { formula, scoring, direction, target } = swapped;
      return withMetric(model, index, { formula, scoring, direction, ...(target && { target }) });
    }
    case 4:
      return { ...model, gradeRules: (model.gradeRules ?? []).slice(1) };
    case 5:
      return { ...model, grades: model.grades.toReversed() };
    case 6:
      return { ...model, ranking: randomRanking(random, model) };
    case 7:
      return opened;
    default:
      return withMetric(model, index, {
        formula: other.measures.length > 0 ? model.measures[0]!.id : '1',
        scoring: { kind: 'asIs' },
        whenMissing: pick(random, ['exclude', 'zero', 'hold'] as const),
      });
  }
}

describe('what if', () => {
  it('says after each of many random edits what a fresh evaluation says', { timeout: 3_600_000 }, () => {
    const seed = campaignSeed(20_261_126);
    const random = seeded(seed);
    const models = campaignSize(100, 10_000);
    const editsEach = 8;
    let anew = 0;
    for (let index = 0; index < models; index += 1) {
      const opened = randomModel(random);
      const model =
        whole(random, 0, 2) === 0 ? { ...opened, ranking: randomRanking(random, opened) } : opened;
      // Of every second model nobody has a figure that only the reference can count.
      const shorten = (figure: unknown) => (index % 2 === 0 && String(figure).length > 7 ? '60' : figure);
      const people = Array.from({ length: peopleEach }, () =>
        Object.fromEntries(
          Object.entries(randomFigures(random, model)).map(([name, figure]) => [name, shorten(figure)]),
        ),
      );
      const table = tableFor(compile(model), people);
      const whatIf = openWhatIf(model, table);
      let changed = model;
      for (let edit = 0; edit <= editsEach; edit += 1) {
        const outcome = edit === 0 ? whatIf.outcome : whatIf.change(changed);
        if (outcome.computed === outcome.program.steps.length) anew += 1;
        const expected = evaluate(compile(changed), table).map(shortOf);
        expect({ seed, index, edit, said: said(outcome) }).toEqual({ seed, index, edit, said: expected });
        const count = (grade: string | null) => expected.filter((one) => one.grade === grade).length;
        expect(outcome.counts).toEqual(changed.grades.map(({ id }) => count(id)));
        expect(outcome.ungraded).toBe(count(null));
        changed = edited(random, changed, model, opened);
      }
    }
    expect(anew).toBeLessThan((models * editsEach) / 2);
    console.log(
      `what if: ${models * editsEach} edits of ${models} models, seed ${seed}, 0 differences, ${anew} evaluated whole`,
    );
  });

  it('computes what depends on an edit, and nothing else', () => {
    const model = g3Model();
    const people = Array.from({ length: 30 }, (_, row) =>
      Object.fromEntries(model.measures.map(({ id }) => [id, String(60 + row)])),
    );
    const whatIf = openWhatIf(model, tableFor(compile(model), people));
    const computed = (changed: Model) => whatIf.change(changed).computed;
    // What is scored as it is has one column; then the composite and the grade.
    expect(whatIf.outcome.computed).toBe(model.metrics.length + 2);
    // Composite and grade.
    expect(computed(withMetric(model, 0, { weight: 31 }))).toBe(2);
    // As opened: everything stands.
    expect(computed(model)).toBe(0);
    const named = { ...model, name: { zh: '另名', en: 'Another' } };
    expect(computed(named)).toBe(0);
    const [lowest, ...higher] = model.bands;
    expect(lowest!.grade).not.toBe(higher[0]!.grade);
    // The grade alone.
    expect(
      computed({ ...model, bands: [lowest!, ...higher].map((band) => ({ ...band, grade: lowest!.grade })) }),
    ).toBe(1);
    // The metric, the composite and the grade.
    expect(computed(withMetric(model, 0, { formula: `${model.measures[0]!.id} * 1.5` }))).toBe(3);
  });
});
