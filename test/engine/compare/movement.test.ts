import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movementOf, sharesOf, type Judged } from '../../../engine/index.ts';
import { extraShares } from '../../../engine/compare/extra-shares.ts';
import { formatFixed, parseDecimal } from '../../../engine/number/decimal.ts';
import { add, zero, type Rational } from '../../../engine/number/rational.ts';
import type { Model } from '../../../schemas/index.ts';
import { randomFigures, randomModel } from '../../oracle/random-models.ts';
import { resultsOf, type Figures } from '../../support/evaluate-rows.ts';
import { g3Model } from '../../support/models.ts';
import { seeded } from '../../support/random.ts';

const seed = Number(process.env['MERITSCALE_SEED'] ?? 20_261_123);
const runs = { seed, numRuns: 150 };

function judge(model: Model, figures: Figures): Judged {
  return { model, result: resultsOf(model, [figures])[0]! };
}

/** Another model of the same metrics: each has the weight of the next. */
function reweighted(model: Model): Model {
  const weights = model.metrics.map(({ weight }) => weight);
  return {
    ...model,
    metrics: model.metrics.map((metric, index) => ({
      ...metric,
      weight: weights[(index + 1) % weights.length]!,
    })),
  };
}

const exact = (text: string): Rational => {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(text);
  return value;
};
const sum = (texts: readonly (string | null)[]) =>
  texts.flatMap((text) => text ?? []).reduce((total, text) => add(total, exact(text)), zero);
/** Of the same value, whatever the places. */
const plain = (value: Rational) => formatFixed(value, 12);
const negated = (text: string | null) =>
  text === null ? null : plain({ n: -exact(text).n, d: exact(text).d });
const shown = (text: string | null) => (text === null ? null : plain(exact(text)));

/** The two sides of a move, and what lies between, of a random model and random figures. */
function moveOf(number: number) {
  const random = seeded(number);
  const model = randomModel(random);
  const later = reweighted(model);
  const [first, second] = [randomFigures(random, model), randomFigures(random, model)];
  return { before: judge(model, first), hybrid: judge(later, first), after: judge(later, second) };
}

/** Kept as its number, so that a counterexample is short. */
const moves = fc.nat();

describe('what moved a subject', () => {
  const figures = {
    attainment_figure: '90',
    nps_figure: '80',
    complaints_figure: '80',
    referral_figure: '80',
    understanding_figure: '80',
  };
  const changed = (weights: Readonly<Record<string, number>>): Model => {
    const model = g3Model();
    return {
      ...model,
      metrics: model.metrics.map((metric) => ({ ...metric, weight: weights[metric.id] ?? metric.weight })),
    };
  };

  it('is told apart: the new weights did this much, the new data that much', () => {
    const later = changed({ attainment: 40, nps: 10 });
    const found = movementOf(
      judge(g3Model(), figures),
      judge(later, figures),
      judge(later, { ...figures, referral_figure: '60' }),
    );
    expect(found).toMatchObject({
      cause: 'both',
      gradeMove: 'same',
      delta: '-2.00',
      rule: '1.00',
      data: '-3.00',
    });
    expect(found.metrics.map(({ name: _, ...rest }) => rest)).toEqual([
      { id: 'attainment', before: '27.00', after: '36.00', rule: '9.00', data: '0.00' },
      { id: 'nps', before: '16.00', after: '8.00', rule: '-8.00', data: '0.00' },
      { id: 'referral', before: '12.00', after: '9.00', rule: '0.00', data: '-3.00' },
    ]);
    expect(found.rounding).toEqual({ rule: '0.00', data: '0.00' });
  });

  it('counts a metric that was left out with the weight that the others took over', () => {
    const found = movementOf(
      judge(g3Model(), figures),
      judge(g3Model(), figures),
      judge(g3Model(), { ...figures, nps_figure: null }),
    );
    // 27 + 12 + 12 + 16 of 80 per cent: (67 / 0.8) = 83.75.
    expect(found).toMatchObject({ cause: 'data', delta: '0.75', rule: '0.00', data: '0.75' });
    expect(found.metrics.map(({ id, before, after, data }) => [id, before, after, data])).toEqual([
      ['attainment', '27.00', '33.75', '6.75'],
      ['nps', '16.00', null, '-16.00'],
      ['complaints', '12.00', '15.00', '3.00'],
      ['referral', '12.00', '15.00', '3.00'],
      ['understanding', '16.00', '20.00', '4.00'],
    ]);
    expect(found.rounding).toEqual({ rule: '0.00', data: '0.00' });
  });

  it('shows what rounding left on a line of its own', () => {
    const later = changed({ attainment: 70, nps: 30, complaints: 0, referral: 0, understanding: 0 });
    const thirds = { attainment_figure: '33.3333', nps_figure: '66.6666' };
    const found = movementOf(
      judge(g3Model(), thirds),
      judge(later, thirds),
      judge(later, { ...thirds, attainment_figure: '33.3366' }),
    );
    expect(found.metrics.map(({ id, rule, data }) => [id, rule, data])).toEqual([
      ['attainment', '3.33', '0.01'],
      ['nps', '-6.67', '0.00'],
    ]);
    expect(found).toMatchObject({ rule: '-3.34', data: '0.01', rounding: { rule: '0.00', data: '0.00' } });
    const sums = movementOf(
      judge(g3Model(), { ...figures, attainment_figure: '90.015', nps_figure: '80.02' }),
      judge(g3Model(), { ...figures, attainment_figure: '90.015', nps_figure: '80.02' }),
      judge(g3Model(), figures),
    );
    // 27.0045 + 16.004 = 43.0085: its parts are shown as 27.00 and 16.00.
    expect(sums).toMatchObject({ data: '-0.01', metrics: [], rounding: { data: '-0.01' } });
  });

  it('says who joined, who left, and that nothing can be told of who was held', () => {
    const own = judge(g3Model(), figures);
    expect(movementOf(undefined, undefined, own)).toMatchObject({
      cause: 'joined',
      delta: null,
      rule: null,
      data: null,
      rounding: { rule: null, data: null },
    });
    expect(movementOf(own, own, undefined)).toMatchObject({ cause: 'left', rule: '0.00', delta: null });
    const strict: Model = {
      ...g3Model(),
      metrics: g3Model().metrics.map((metric) => ({ ...metric, whenMissing: 'hold' })),
    };
    const held = judge(strict, { ...figures, nps_figure: null });
    expect(held.result.status).toBe('held');
    expect(movementOf(own, held, held)).toMatchObject({
      cause: 'rule',
      gradeMove: 'none',
      delta: null,
      rule: null,
      data: null,
    });
  });

  it('is up where the grade stands higher in its model’s list', () => {
    const low = judge(g3Model(), { attainment_figure: '70' });
    const high = judge(g3Model(), { attainment_figure: '95' });
    expect(movementOf(low, low, high).gradeMove).toBe('up');
    expect(movementOf(high, high, low).gradeMove).toBe('down');
  });
});

describe(`laws of comparison (seed ${seed})`, () => {
  it('what did not change did not move', () => {
    fc.assert(
      fc.property(moves, (number) => {
        const { before } = moveOf(number);
        const { composite } = before.result;
        const nothing = composite === null ? null : plain(zero);
        const { cause, metrics, delta, rule, data } = movementOf(before, before, before);
        expect([cause, metrics, [delta, rule, data].map(shown)]).toEqual([
          'none',
          [],
          [nothing, nothing, nothing],
        ]);
      }),
      runs,
    );
  });

  it('delta is rule and data; they are the metrics’ and what rounding left, exactly', () => {
    let whole = 0;
    fc.assert(
      fc.property(moves, (number) => {
        const { before, hybrid, after } = moveOf(number);
        const { delta, rule, data, metrics, rounding } = movementOf(before, hybrid, after);
        if (rule !== null && data !== null) {
          expect(shown(delta)).toBe(plain(sum([rule, data])));
          whole += 1;
        }
        for (const [part, total] of [
          ['rule', rule],
          ['data', data],
        ] as const) {
          const own = metrics.map((metric) => metric[part]);
          if (total === null) expect([rounding[part], ...own].every((text) => text === null)).toBe(true);
          else expect(plain(sum([...own, rounding[part]]))).toBe(shown(total));
        }
      }),
      runs,
    );
    expect(whole).toBeGreaterThan(100);
  });

  it('seen from the other side everything is the other way round', () => {
    const opposite = {
      up: 'down',
      down: 'up',
      same: 'same',
      none: 'none',
      rule: 'data',
      data: 'rule',
      both: 'both',
    } as const;
    fc.assert(
      fc.property(moves, (number) => {
        const { before, hybrid, after } = moveOf(number);
        const there = movementOf(before, hybrid, after);
        const back = movementOf(after, hybrid, before);
        expect([shown(back.delta), shown(back.rule), shown(back.data)]).toEqual([
          negated(there.delta),
          negated(there.data),
          negated(there.rule),
        ]);
        expect(back.gradeMove).toBe(opposite[there.gradeMove]);
        expect(back.cause).toBe(opposite[there.cause as keyof typeof opposite]);
        expect(new Set(back.metrics.map(({ id }) => id))).toEqual(new Set(there.metrics.map(({ id }) => id)));
      }),
      runs,
    );
  });

  it('the metrics’ shares, exact, add up to what is rounded to the composite before points and adjustments', () => {
    let [rescaled, added] = [0, 0];
    fc.assert(
      fc.property(moves, (number) => {
        const { before } = moveOf(number);
        const shares = sharesOf(before);
        const { result, model } = before;
        if (result.composite === null) {
          expect(shares.size).toBe(0);
          return;
        }
        if (shares.size < model.metrics.length) rescaled += 1;
        const total = [...shares.values()].reduce(add, zero);
        expect(formatFixed(total, model.places ?? 2)).toBe(result.base ?? result.composite);
        const extras = extraShares(before);
        if (extras.some(({ share }) => share.n !== 0n)) added += 1;
        const whole = extras.map(({ share }) => share).reduce(add, exact(result.base ?? result.composite));
        expect(formatFixed(whole, model.places ?? 2)).toBe(result.composite);
      }),
      runs,
    );
    expect(rescaled).toBeGreaterThan(20);
    expect(added).toBeGreaterThan(20);
  });
});
