import { describe, expect, it } from 'vitest';
import { check, compile, evaluate, tableOf } from '../../../engine/index.ts';
import { add, compare, divide, integer, subtract, zero } from '../../../engine/number/rational.ts';
import { parseDecimal } from '../../../engine/number/decimal.ts';
import { has } from '../../../engine/versions/hybrids.ts';
import { sharesOfEdits, type Shares } from '../../../engine/versions/shares.ts';
import type { Model } from '../../../schemas/index.ts';
import { randomFigures, randomModel } from '../../oracle/random-models.ts';
import { tableFor } from '../../support/evaluate-rows.ts';
import { g3Model } from '../../support/models.ts';
import { campaignSeed, campaignSize, pick, seeded, whole, type Random } from '../../support/random.ts';

const seed = campaignSeed(20261124);
const peopleEach = 100;
/** Pairs of two results of one person. */
const pairs = campaignSize(10_000, 200_000);

/** The same model with one to five things written otherwise. */
function editedOf(random: Random, model: Model): Model {
  let changed = structuredClone(model) as Model & { metrics: Model['metrics'][number][] };
  for (let edits = whole(random, 1, 5); edits > 0; edits -= 1) {
    const at = whole(random, 0, changed.metrics.length - 1);
    const metric = changed.metrics[at]!;
    const other = pick(random, changed.metrics);
    const metrics = (next: Model['metrics'][number]) => ({
      ...changed,
      metrics: changed.metrics.with(at, next),
    });
    switch (whole(random, 0, 5)) {
      case 0:
      case 1:
        changed = metrics({ ...metric, weight: whole(random, 0, 50) });
        break;
      case 2:
        changed = metrics({ ...metric, formula: other.formula });
        break;
      case 3:
        changed = metrics({ ...metric, whenMissing: pick(random, ['exclude', 'zero']) });
        break;
      case 4:
        changed = {
          ...changed,
          bands: changed.bands.map((band) => ({ ...band, grade: pick(random, changed.grades).id })),
        };
        break;
      default:
        changed = { ...changed, gradeRules: (changed.gradeRules ?? []).slice(1) };
    }
  }
  return changed;
}

function finished(steps: ReturnType<typeof sharesOfEdits>): Shares {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('the shares of edits', () => {
  it(`add up to the published change, by ${pairs} random pairs of results`, () => {
    const random = seeded(seed);
    let [told, moved, flipped] = [0, 0, 0];
    while (told < pairs) {
      const before = randomModel(random);
      const after = editedOf(random, before);
      if (check(after).some(({ severity, code }) => severity === 'error' && code !== 'weights.sum')) continue;
      const table = tableFor(
        compile(before),
        Array.from({ length: peopleEach }, () => randomFigures(random, before)),
      );
      const [from, to] = [before, after].map((model) => evaluate(compile(model), table));
      const shares = finished(sharesOfEdits({ model: before, table }, { model: after, table }));
      for (let row = 0; row < peopleEach; row += 1) {
        const [a, b] = [from![row]!, to![row]!];
        const own = shares.of(row);
        if (own === undefined) continue;
        const sum = own.reduce((total, units) => total + units, 0n);
        const change = subtract(parseDecimal(b.composite!)!, parseDecimal(a.composite!)!);
        expect(compare(divide(integer(sum), integer(10 ** shares.places))!, change)).toBe(0);
        told += 1;
        if (sum !== 0n) moved += 1;
        const flip = shares.flipOf(row);
        expect(flip !== undefined).toBe(a.grade !== b.grade);
        if (flip === undefined) continue;
        flipped += 1;
        const alone = evaluate(compile(shares.hybrids.at(flip).model), table)[row]!;
        expect(alone.grade).toBe(b.grade);
      }
    }
    expect(moved).toBeGreaterThan(pairs / 10);
    expect(flipped).toBeGreaterThan(pairs / 50);
  }, 120_000);

  it('are those of all orders, by hand', () => {
    const random = seeded(seed + 1);
    for (let round = 0; round < 20; round += 1) {
      const before = randomModel(random);
      const after = editedOf(random, before);
      if (check(after).some(({ severity, code }) => severity === 'error' && code !== 'weights.sum')) continue;
      const table = tableFor(compile(before), [randomFigures(random, before)]);
      const shares = finished(sharesOfEdits({ model: before, table }, { model: after, table }));
      const count = shares.hybrids.edits.length;
      const figure = (mask: number) =>
        parseDecimal(evaluate(compile(shares.hybrids.at(mask).model), table)[0]!.composite ?? '');
      if (count === 0 || count > 4 || shares.of(0) === undefined) continue;
      const orders = permutations(count);
      for (let edit = 0; edit < count; edit += 1) {
        let sum = zero;
        for (const order of orders) {
          const mask = order.slice(0, order.indexOf(edit)).reduce((all, bit) => all + 2 ** bit, 0);
          sum = add(sum, subtract(figure(mask + 2 ** edit)!, figure(mask)!));
        }
        const exact = divide(sum, integer(orders.length))!;
        const shown = divide(integer(shares.of(0)![edit]!), integer(10 ** shares.places))!;
        const off = subtract(shown, exact);
        const one = divide(integer(1), integer(10 ** shares.places))!;
        expect(compare(off, one) < 0 && compare(subtract(zero, off), one) < 0).toBe(true);
      }
    }
  });

  it('take the edits of weights within a group as one, and an edit that needs another not before it', () => {
    const model = g3Model();
    const after = structuredClone(model) as Model & { metrics: Model['metrics'][number][] };
    after.metrics[1] = { ...after.metrics[1]!, weight: 10 };
    after.metrics[2] = { ...after.metrics[2]!, weight: 15 };
    after.metrics.push({
      ...after.metrics[1],
      id: 'fresh',
      name: { zh: '新', en: 'New' },
      group: model.groups[0]!.id,
      weight: 10,
    });
    const conditions = {
      all: [{ fact: 'fresh', path: 'score' as const, operator: 'lessThan' as const, value: 60 }],
    };
    const ruled: Model = {
      ...after,
      gradeRules: [
        {
          id: 'veto',
          name: { zh: '否决', en: 'Veto' },
          conditions,
          event: { type: 'grade', params: { grade: model.grades.at(-1)!.id } },
        },
      ],
    };
    expect(check(ruled).filter(({ severity }) => severity === 'error')).toEqual([]);
    const figures = Object.fromEntries(model.measures.map(({ id }, index) => [id, 60 + 10 * index]));
    const { table } = tableOf(compile(model).inputs, [{ subject: 'A', figures }]);
    const shares = finished(sharesOfEdits({ model, table }, { model: ruled, table }));
    const ids = shares.hybrids.edits.map(({ id }) => id);
    expect(ids).toEqual([`weights:${model.metrics[1]!.group}`, 'metric:fresh', 'gradeRules:veto']);
    // The rule alone asks for a metric that is not there: without it nothing changes.
    expect(shares.hybrids.at(4)).toEqual({ model, edits: 0 });
    expect(shares.hybrids.at(6).edits).toBe(6);
    expect(has(shares.hybrids.at(7).edits, 2)).toBe(true);
    expect(shares.of(0)).toHaveLength(3);
  });
});

function permutations(count: number): number[][] {
  if (count === 0) return [[]];
  return permutations(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, at) => order.toSpliced(at, 0, count - 1)),
  );
}
