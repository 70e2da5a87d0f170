import { describe, expect, it } from 'vitest';
import { certify } from '../../engine/certificate/certify.ts';
import { check, compile, evaluate, evaluateBy, judge } from '../../engine/index.ts';
import type { Model, Ranking } from '../../schemas/index.ts';
import { relativeGrades } from '../oracle/ranking.ts';
import { resultsOf, tableFor } from '../support/evaluate-rows.ts';
import { g3Model } from '../support/models.ts';
import { campaignSeed, campaignSize, pick, seeded, whole } from '../support/random.ts';

const yearly: Ranking = {
  scope: 'model',
  seats: [
    { grade: 'excellent', end: 'top', share: 10 },
    { grade: 'to_improve', end: 'bottom', share: 10 },
  ],
  otherwise: 'good',
  rounding: 'halfUp',
  ties: 'expand',
  smallestGroup: 5,
};

/** The domain's model with relative grades: the top tenth, the bottom tenth, the rest. */
function modelOf(ranking: Partial<Ranking> = {}, more: Partial<Model> = {}): Model {
  return { ...g3Model(), ...more, ranking: { ...yearly, ...ranking } };
}

/** Somebody whose composite is this figure, to two places. */
function scoring(composite: string, more: Record<string, string> = {}) {
  const ids = ['attainment', 'nps', 'complaints', 'referral', 'understanding'];
  return { ...Object.fromEntries(ids.map((id) => [`${id}_figure`, composite])), ...more };
}

const grades = (model: Model, composites: readonly string[]) =>
  resultsOf(
    model,
    composites.map((composite) => scoring(composite)),
  ).map(({ grade }) => grade);
const twenty = Array.from({ length: 20 }, (_, index) => String(50 + index));

describe('relative grades', () => {
  it('give the top tenth the best grade, the bottom tenth the worst, the rest the one between', () => {
    const given = grades(modelOf(), twenty);
    expect(given.slice(0, 2)).toEqual(['to_improve', 'to_improve']);
    expect(new Set(given.slice(2, 18))).toEqual(new Set(['good']));
    expect(given.slice(18)).toEqual(['excellent', 'excellent']);
  });

  it('say where one stands, how far the next better grade is, and how far the next worse', () => {
    const results = resultsOf(
      modelOf(),
      twenty.map((composite) => scoring(composite)),
    );
    expect(results[19]!.rank).toEqual({ position: 1, of: 20, toNext: null, margin: '2.00' });
    expect(results[17]!.rank).toEqual({ position: 3, of: 20, toNext: '1.00', margin: '16.00' });
    expect(results[0]!.rank).toEqual({ position: 20, of: 20, toNext: '2.00', margin: null });
  });

  it.each([
    ['expand', ['excellent', 'excellent', 'excellent', 'good']],
    ['shrink', ['excellent', 'good', 'good', 'good']],
  ] as const)('with ties at the line that %s', (ties, best) => {
    const composites = ['90', '80', '80', '70', ...Array.from({ length: 16 }, () => '60')];
    expect(grades(modelOf({ ties }), composites).slice(0, 4)).toEqual(best);
  });

  it('with ties that are broken by a metric, then by the id', () => {
    const model = modelOf({ ties: 'break', tieBreakers: ['nps'] });
    const tied = [
      scoring('80', { nps_figure: '82', attainment_figure: '80', complaints_figure: '77.3333' }),
      scoring('80'),
      scoring('80'),
      ...twenty.slice(0, 17).map((composite) => scoring(composite)),
    ];
    const results = resultsOf(model, tied);
    expect(results.slice(0, 3).map(({ composite }) => composite)).toEqual(['80.00', '80.00', '80.00']);
    expect(results.slice(0, 3).map(({ grade, rank }) => [grade, rank!.position])).toEqual([
      ['excellent', 1],
      ['excellent', 2],
      ['good', 3],
    ]);
  });

  it('with ties that are broken by metrics in turn, a missing one being the worst, then by the id', () => {
    const model = modelOf({ ties: 'break', tieBreakers: ['nps', 'referral'], smallestGroup: 1 });
    const results = resultsOf(model, [
      scoring('80', { nps_figure: '' }),
      scoring('80'),
      scoring('80', { referral_figure: '90', complaints_figure: '70' }),
      scoring('80', { nps_figure: '' }),
      scoring('80'),
    ]);
    expect(results.map(({ composite }) => composite)).toEqual(Array.from({ length: 5 }, () => '80.00'));
    expect(results.map(({ rank }) => rank!.position)).toEqual([4, 2, 1, 5, 3]);
  });

  it.each([
    ['halfUp', [3, 3]],
    ['down', [2, 2]],
    ['up', [3, 3]],
    // 2.5, 2.5 and 20: one seat is left, and the first of the equal remainders has it.
    ['largestRemainder', [3, 2]],
  ] as const)('with %s of 25 people', (rounding, [top, bottom]) => {
    const given = grades(
      modelOf({ rounding }),
      Array.from({ length: 25 }, (_, index) => String(40 + index)),
    );
    expect(given.filter((grade) => grade === 'excellent')).toHaveLength(top);
    expect(given.filter((grade) => grade === 'to_improve')).toHaveLength(bottom);
  });

  // e: excellent, the best fifth; t: to improve, the worst fifth; g: good, the others.
  it.each([
    ['90 80 70 60 50', 'e g g g t', 'e g g g t'],
    ['90 90 70 60 60', 'e e g t t', 'g g g g g'],
    ['90 80 80 80 80', 'e t t t t', 'e g g g g'],
    ['90 90 90 90 50', 'e e e e t', 'g g g g t'],
    ['80 80 80 80 80', 'e e e e e', 'g g g g g'],
    ['90 80', 'g g', 'g g'],
    ['90 80 70', 'e g t', 'e g t'],
  ])('of %s are %s where ties expand, %s where they shrink', (composites, expanded, shrunk) => {
    const seats: Ranking['seats'] = [
      { grade: 'excellent', end: 'top', share: 20 },
      { grade: 'to_improve', end: 'bottom', share: 20 },
    ];
    const given = (ties: 'expand' | 'shrink') =>
      grades(modelOf({ seats, ties, smallestGroup: 1 }), composites.split(' '))
        .map((grade) => grade![0])
        .join(' ');
    expect([given('expand'), given('shrink')]).toEqual([expanded, shrunk]);
  });

  it.each([
    [
      'top 20 and 20, the second after the ties of the first',
      'halfUp',
      ['top 20 e', 'top 20 g'],
      '80 80 70 60 50',
      'e e t t t',
    ],
    ['top 20 and 20', 'halfUp', ['top 20 e', 'top 20 g'], '90 80 80 60 50', 'e g g t t'],
    [
      'bottom 20 and 20, the worst first',
      'halfUp',
      ['bottom 20 e', 'bottom 20 g'],
      '90 80 70 60 50',
      't t t g e',
    ],
    ['more seats than people: the top comes first', 'up', ['top 50 e', 'bottom 50 g'], '90 80 70', 'e e g'],
    ['shares that are whole', 'up', ['top 20 e', 'bottom 40 g'], '90 80 70 60 50', 'e t t g g'],
    ['shares of everybody', 'largestRemainder', ['top 50 e', 'bottom 50 g'], '90 80 70', 'e e g'],
    [
      'seats left for the others',
      'largestRemainder',
      ['top 4 e', 'bottom 25 g'],
      '90 80 70 60 50',
      't t t t g',
    ],
    [
      'seats left for the larger remainder',
      'largestRemainder',
      ['top 28 e', 'bottom 34 g'],
      '90 80 70 60 50',
      'e t t g g',
    ],
  ] as const)('%s, %s: %j of %s are %s', (_, rounding, listed, composites, expected) => {
    const named = { e: 'excellent', g: 'good', t: 'to_improve' } as const;
    const seats = listed.map((seat) => {
      const [end, share, grade] = seat.split(' ') as ['top' | 'bottom', string, 'e' | 'g'];
      return { end, share, grade: named[grade] };
    });
    const model = modelOf({ seats, rounding, otherwise: named.t, smallestGroup: 1 });
    expect(grades(model, composites.split(' '))).toEqual(
      expected.split(' ').map((letter) => named[letter as keyof typeof named]),
    );
  });

  it('leave groups below the smallest to the bands', () => {
    const model = modelOf({ scope: 'team', smallestGroup: 3 });
    const people = [
      ...['95', '85', '75'].map((composite) => ({ ...scoring(composite), team: 'large' })),
      ...['95', '85'].map((composite) => ({ ...scoring(composite), team: 'small' })),
    ];
    const results = resultsOf({ ...model, ranking: { ...model.ranking!, rounding: 'up' } }, people);
    expect(results.map(({ grade }) => grade)).toEqual([
      'excellent',
      'good',
      'to_improve',
      'excellent',
      'good',
    ]);
    expect(results.map(({ rank }) => rank?.of)).toEqual([3, 3, 3, undefined, undefined]);
  });

  it('leave out who has no composite, and let grade rules and actions see the rank', () => {
    const model = modelOf(
      {},
      {
        gradeRules: [
          {
            id: 'gate',
            name: { zh: '门槛', en: 'Gate' },
            conditions: { all: [{ fact: 'rank', operator: 'equal', value: 1 }] },
            event: { type: 'grade', params: { grade: 'good' } },
          },
        ],
        actions: [
          {
            id: 'honour',
            name: { zh: '表彰', en: 'Honour' },
            conditions: { all: [{ fact: 'rank', operator: 'lessThanInclusive', value: 2 }] },
            event: { type: 'honour' },
          },
        ],
      },
    );
    const results = resultsOf(model, [...twenty.map((composite) => scoring(composite)), {}]);
    expect(results[20]).toMatchObject({ status: 'ungraded', grade: null });
    expect(results[20]!.rank).toBeUndefined();
    expect(results[19]).toMatchObject({ grade: 'good', gradeRule: 'gate' });
    expect(results.filter(({ actions }) => actions.length > 0)).toHaveLength(2);
  });

  it('are certified by the second engine, and the same by every back end', async () => {
    const program = compile(modelOf());
    const table = tableFor(
      program,
      twenty.map((composite) => scoring(composite)),
    );
    const results = evaluate(program, table);
    expect((await certify(program.model, table, results)).agreed).toBe(true);
    expect(evaluateBy('closures', program, table)).toEqual(results);
    expect(evaluateBy('columns', program, table)).toEqual(results);
    expect([...judge(program, table)].map(({ result }) => result)).toEqual(results);
  });

  it.each([
    ['grade.unknown', '/ranking/seats/0/grade', { seats: [{ grade: 'x', end: 'top', share: 10 }] }],
    ['grade.unknown', '/ranking/otherwise', { otherwise: 'x' }],
    [
      'ranking.shareNotPositive',
      '/ranking/seats/0/share',
      { seats: [{ grade: 'good', end: 'top', share: 0 }] },
    ],
    [
      'ranking.sharesAboveWhole',
      '/ranking/seats',
      {
        seats: [
          { grade: 'good', end: 'top', share: 60 },
          { grade: 'good', end: 'bottom', share: '40.1' },
        ],
      },
    ],
    ['ranking.unknownMetric', '/ranking/tieBreakers/0', { ties: 'break', tieBreakers: ['x'] }],
    ['ranking.tieBreakersUnused', '/ranking/tieBreakers', { tieBreakers: ['nps'] }],
  ] as const)('%s at %s is refused', (code, pointer, change) => {
    expect(check(modelOf(change as Partial<Ranking>))).toEqual([
      expect.objectContaining({ code, pointer, severity: 'error' }),
    ]);
  });

  it('agree with the oracle on random groups, whatever their order', () => {
    const seed = campaignSeed(20_261_125);
    const random = seeded(seed);
    for (let index = 0; index < campaignSize(300, 20_000); index += 1) {
      const ranking: Ranking = {
        scope: 'model',
        seats: [
          { grade: 'excellent', end: 'top', share: pick(random, [5, 10, '12.5', 33]) },
          { grade: 'good', end: 'top', share: pick(random, [5, 10, 20, '33.3']) },
          { grade: 'to_improve', end: 'bottom', share: pick(random, [5, 10, 20, 33]) },
        ],
        otherwise: 'good',
        rounding: pick(random, ['halfUp', 'down', 'up', 'largestRemainder'] as const),
        ties: pick(random, ['expand', 'shrink', 'break'] as const),
        smallestGroup: 1,
      };
      const model = modelOf(ranking.ties === 'break' ? { ...ranking, tieBreakers: ['nps'] } : ranking);
      const figures = Array.from({ length: whole(random, 1, 40) }, () => whole(random, 70, 80));
      const people = figures.map((figure) => scoring(String(figure)));
      const program = compile(model);
      const table = tableFor(program, people);
      const given = evaluate(program, table);
      const group = given.map(({ subject, composite, metrics }) => ({
        id: subject,
        composite: BigInt(composite!.replace('.', '')),
        tieBreakers: [BigInt(metrics['nps']!.score!.replace('.', ''))],
      }));
      expect({ seed, index, ranking, grades: given.map(({ grade }) => grade) }).toEqual({
        seed,
        index,
        ranking,
        grades: relativeGrades(ranking as never, group),
      });
      const turned = { ...table, subjects: table.subjects.toReversed() };
      const reversed = {
        ...turned,
        columns: new Map(
          [...table.columns].map(([name, column]) => [
            name,
            column.kind === 'text'
              ? { ...column, values: column.values.toReversed() }
              : { ...column, units: column.units.toReversed() },
          ]),
        ),
      };
      expect(evaluate(program, reversed).toReversed()).toEqual(given);
    }
    console.log(`ranking: ${campaignSize(300, 20_000)} groups, seed ${seed}, 0 differences`);
  });
});
