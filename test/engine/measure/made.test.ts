import { describe, expect, it } from 'vitest';
import { check, checkAgainstDatasets, measuring, periodOf, type Outside } from '../../../engine/index.ts';
import type { Aggregate, DataRecord, Dataset, Measure, Model, Result } from '../../../schemas/index.ts';

const name = { zh: '名', en: 'Name' };
const column = { name, required: false } as const;

const facts: Dataset = {
  format: 'meritscale/dataset/1',
  id: 'facts',
  name,
  key: ['id'],
  columns: [
    { ...column, id: 'id', type: 'text' },
    { ...column, id: 'seller', type: 'person' },
    { ...column, id: 'mentor', type: 'person' },
    { ...column, id: 'team', type: 'text' },
    { ...column, id: 'kind', type: 'text' },
    { ...column, id: 'day', type: 'date' },
    { ...column, id: 'answered_on', type: 'date' },
    { ...column, id: 'raised_at', type: 'instant' },
    { ...column, id: 'solved_at', type: 'instant' },
    { ...column, id: 'amount', type: 'decimal', places: 2 },
    { ...column, id: 'target', type: 'decimal', places: 2 },
  ],
};

let records = 0;
const fact = (values: Record<string, string | null>): DataRecord => ({
  dataset: 'facts',
  key: String((records += 1)),
  values: { seller: 'p1', day: '2026-09-10', ...values },
});

const base = { dataset: 'facts', subject: 'seller', date: 'day' };
const sumOf = (of: string): Aggregate => ({ kind: 'sum', ...base, column: of, whenEmpty: 'missing' });
const measure = (id: string, aggregate: object, more: Partial<Measure> = {}): Measure => ({
  id,
  name,
  aggregate: aggregate as Aggregate,
  ...more,
});

function modelOf(measures: Measure[], more: Partial<Model> = {}): Model {
  return {
    format: 'meritscale/model/1',
    key: 'model',
    name,
    subject: 'person',
    stage: 'mature',
    cadence: 'month',
    measures,
    groups: [{ id: 'all', name }],
    metrics: [
      {
        id: 'metric',
        name,
        group: 'all',
        weight: 100,
        formula: 'made',
        direction: 'higherIsBetter',
        scoring: { kind: 'asIs' },
        whenMissing: 'exclude',
      },
    ],
    grades: [{ id: 'any', name }],
    bands: [{ grade: 'any' }],
    ...more,
  };
}

const nobody: Outside = { members: () => [], result: () => 'noRun' };

/** The measure `made` of a subject, as a number, or why it is missing. */
function made(
  model: Model,
  period: string,
  given: readonly DataRecord[],
  { subject = 'p1', outside = nobody }: { subject?: string; outside?: Outside } = {},
): number | string {
  expect([...check(model), ...checkAgainstDatasets(model, [facts])]).toEqual([]);
  const reader = measuring(model, [facts], periodOf(period, 'Asia/Shanghai')!);
  for (const record of given) reader.take(record);
  const { units, places, reasons } = reader.columns([subject], outside).get('made')!;
  return units[0] === null ? reasons.get(0)! : Number(units[0]) / 10 ** places;
}

describe('a streak', () => {
  const sales = [measure('sales', sumOf('amount')), measure('goal', sumOf('target'))];
  const months = (...amounts: (string | null)[]) =>
    amounts.flatMap((amount, index) =>
      amount === null ? [] : [fact({ day: `2026-0${index + 1}-15`, amount, target: '100000.00' })],
    );
  const missed = (whenMissing: string, more: object = {}) =>
    modelOf([
      ...sales,
      measure('made', {
        kind: 'streak',
        measure: 'sales',
        test: { kind: 'below', line: { kind: 'measure', measure: 'goal' } },
        periods: 6,
        whenMissing,
        ...more,
      }),
    ]);

  it('counts months running below the base target (A1), and none on it', () => {
    expect(made(missed('end'), '2026-04', months('1', '100000', '99999.99', '50000'))).toBe(2);
    expect(made(missed('end'), '2026-04', months('1', '1', '1', '100000'))).toBe(0);
  });

  it('is ended, made missing or not interrupted by a month without figures, as the model says', () => {
    const onLeave = months('1', '2', null, '3');
    expect(made(missed('end'), '2026-04', onLeave)).toBe(1);
    expect(made(missed('missing'), '2026-04', onLeave)).toBe('noRecords');
    expect(made(missed('skip'), '2026-04', onLeave)).toBe(3);
    // A streak that has ended before the gap is not touched by it.
    expect(made(missed('missing'), '2026-04', months('1', null, '100000', '3'))).toBe(1);
  });

  it('takes the months of a quarter', () => {
    const quarter = { ...missed('end', { every: 'month' }), cadence: 'quarter' as const };
    expect(made(quarter, '2026-Q2', months('1', '1', '1', '100000', '2', '3'))).toBe(2);
  });

  it('counts quarters running in which satisfaction fell (A2)', () => {
    const model = {
      ...modelOf([
        measure('satisfaction', { kind: 'mean', ...base, column: 'amount' }),
        measure('made', {
          kind: 'streak',
          measure: 'satisfaction',
          test: { kind: 'falls' },
          periods: 4,
          whenMissing: 'missing',
        }),
      ]),
      cadence: 'quarter' as const,
    };
    const marks = ['90', '85', '84.99', '80'].map((amount, index) =>
      fact({ day: `2025-${['02', '05', '08', '11'][index]}-01`, amount }),
    );
    expect(made(model, '2025-Q4', marks.slice(1))).toBe('noRecords');
    expect(made(model, '2025-Q4', [fact({ day: '2024-11-01', amount: '70' }), ...marks])).toBe(3);
    expect(made(model, '2025-Q4', [...marks, fact({ day: '2025-11-02', amount: '99' })])).toBe(0);
  });
});

describe('stored results', () => {
  const result = (composite: string | null): Result => ({
    subject: 'p1',
    status: 'graded',
    composite,
    grade: null,
    metrics: {},
    actions: [],
    issues: [],
  });
  const year = (over: object) => ({
    ...modelOf([
      measure('made', {
        kind: 'result',
        figure: { kind: 'composite' },
        places: 2,
        over: { runs: 'locked', take: 'mean', whenMissing: 'missing', ...over },
      }),
    ]),
    cadence: 'year' as const,
  });
  const quarters = new Map([
    ['2026-Q1', '80.00'],
    ['2026-Q2', '81.00'],
    ['2026-Q3', '85.01'],
    ['2026-Q4', '90.00'],
  ]);
  const outside = (without?: string): Outside => ({
    members: () => [],
    result: (asked) =>
      asked === undefined || asked.period === without ? 'noRun' : result(quarters.get(asked.period) ?? null),
  });

  it('make the year from its quarters', () => {
    const within = year({ kind: 'within', every: 'quarter' });
    expect(made(within, '2026', [], { outside: outside() })).toBe(84);
    expect(made(within, '2026', [], { outside: outside('2026-Q2') })).toBe('noRun');
    const skipping = year({ kind: 'within', every: 'quarter', whenMissing: 'skip', take: 'min' });
    expect(made(skipping, '2026', [], { outside: outside('2026-Q1') })).toBe(81);
  });

  it('are those of the periods before', () => {
    const last = year({ kind: 'before', every: 'quarter', periods: 2, take: 'last' });
    expect(made(last, '2027', [], { outside: outside() })).toBe(90);
    expect(made(last, '2028', [], { outside: outside() })).toBe('noResult');
  });
});

describe('a team', () => {
  const team = (take: object, whenMissing = 'skip') =>
    modelOf(
      [
        measure('sales', sumOf('amount'), { about: 'person' }),
        measure('goal', sumOf('target'), { about: 'person' }),
        measure('made', { kind: 'members', measure: 'sales', take, whenMissing }),
      ],
      { subject: 'team' },
    );
  const outside: Outside = {
    members: (of) => (of === 'A' ? ['p1', 'p2', 'p3'] : []),
    result: () => 'noRun',
  };
  const given = [
    fact({ amount: '80', target: '100' }),
    fact({ seller: 'p2', amount: '120', target: '300' }),
    fact({ seller: 'p4', amount: '999', target: '999' }),
  ];
  const of = (take: object, whenMissing?: string, subject = 'A') =>
    made(team(take, whenMissing), '2026-09', given, { subject, outside });

  it('has the figures of its members, and of nobody else', () => {
    expect(of({ kind: 'sum' })).toBe(200);
    expect(of({ kind: 'mean' })).toBe(100);
    expect(of({ kind: 'weightedMean', weight: 'goal' })).toBe(110);
    expect(of({ kind: 'shareBelow', line: { kind: 'constant', value: 100 } })).toBe(50);
    expect(of({ kind: 'shareBelow', line: { kind: 'measure', measure: 'goal' } })).toBe(100);
    expect(of({ kind: 'mean' }, 'missing')).toBe('noRecords');
    expect(of({ kind: 'sum' }, 'skip', 'B')).toBe('noMembers');
  });

  it('is judged by no figure that is about its members', () => {
    const model = team({ kind: 'sum' });
    model.metrics[0]!.formula = 'made + sales';
    expect(check(model)).toMatchObject([{ code: 'measure.aboutOthers', pointer: '/metrics/0/formula' }]);
  });
});

describe('a related subject', () => {
  it('is the mentor whose win rate a new hire is held against (S6)', () => {
    const won = { all: [{ fact: 'kind', operator: 'equal', value: 'won' }] };
    const rate = {
      kind: 'share',
      ...base,
      of: won,
      where: { any: [...won.all, { ...won.all[0], value: 'lost' }] },
    };
    const model = modelOf([
      measure('rate_of_mentor', rate, { about: 'person' }),
      measure('made', {
        kind: 'related',
        dataset: 'facts',
        from: 'seller',
        to: 'mentor',
        date: 'day',
        measure: 'rate_of_mentor',
      }),
    ]);
    const given = [
      fact({ mentor: 'p8', day: '2026-08-01' }),
      fact({ mentor: 'p9', day: '2026-09-01' }),
      fact({ mentor: 'p8', day: '2026-10-01' }),
      ...['won', 'won', 'won', 'lost'].map((kind) => fact({ seller: 'p9', kind })),
    ];
    expect(made(model, '2026-09', given)).toBe(75);
    expect(made(model, '2026-09', given, { subject: 'p9' })).toBe('noRelated');
  });
});

describe('ratings by groups (G8)', () => {
  const group = (of: string, weight: number, more: object = {}) => ({ group: of, weight, ...more });
  const model = (more: object = {}) =>
    modelOf([
      measure('made', {
        kind: 'raters',
        ...base,
        column: 'amount',
        group: 'kind',
        groups: [
          group('self', 30),
          group('manager', 50),
          group('customer', 20, { smallest: 10, sample: 15 }),
        ],
        seed: '2026',
        outliers: { kind: 'none' },
        whenGroupMissing: 'missing',
        ...more,
      }),
    ]);
  const rate = (kind: string, ...amounts: number[]) =>
    amounts.map((amount) => fact({ kind, amount: String(amount) }));
  const inside = [...rate('self', 90), ...rate('manager', 80)];
  const customers = rate('customer', ...Array.from({ length: 10 }, (_, i) => 70 + 4 * (i % 2)));

  it('weigh 30, 50 and 20', () => {
    expect(made(model(), '2026-09', [...inside, ...customers])).toBe(0.3 * 90 + 0.5 * 80 + 0.2 * 72);
  });

  it('are missing, or made of the other groups, where one is too small', () => {
    const few = [...inside, ...customers.slice(1)];
    expect(made(model(), '2026-09', few)).toBe('tooFewRecords');
    expect(made(model({ whenGroupMissing: 'reweight' }), '2026-09', few)).toBe(83.75);
  });

  it('draw a sample by the seed: again the same, by another seed another', () => {
    const many = rate('customer', ...Array.from({ length: 60 }, (_, i) => i));
    const drawn = (seed: string, period = '2026-09') => made(model({ seed }), period, [...inside, ...many]);
    expect(drawn('a')).toBe(drawn('a'));
    expect(new Set(['a', 'b', 'c', 'd'].map((seed) => drawn(seed))).size).toBeGreaterThan(1);
  });

  it('leave out the highest and the lowest, or draw them in', () => {
    const only = (outliers: object) =>
      made(model({ groups: [group('self', 100)], outliers }), '2026-09', rate('self', 0, 50, 60, 70, 100));
    expect(only({ kind: 'none' })).toBe(56);
    expect(only({ kind: 'dropHighestLowest' })).toBe(60);
    expect(only({ kind: 'winsorise', each: 1 })).toBe(60);
    expect(only({ kind: 'winsorise', each: 2 })).toBe(60);
  });
});

describe('a computed column', () => {
  const share = (computed: object, value: number) =>
    modelOf([
      measure(
        'made',
        {
          kind: 'share',
          ...base,
          of: { all: [{ fact: 'took', operator: 'lessThanInclusive', value }] },
        },
        { computed: [{ id: 'took', kind: 'elapsed', ...computed }] as NonNullable<Measure['computed']> },
      ),
    ]);

  it('tells which complaints were solved within 24 hours, to the millisecond (M10)', () => {
    const hours = share({ from: 'raised_at', to: 'solved_at', unit: 'hours' }, 24);
    const solved = (solved_at: string | null) => fact({ raised_at: '2026-09-01T00:00:00.000Z', solved_at });
    const given = ['2026-09-01T05:00:00.000Z', '2026-09-02T00:00:00.000Z', '2026-09-02T00:00:00.001Z', null];
    expect(made(hours, '2026-09', given.map(solved))).toBe(50);
  });

  it('counts working days (S4): Monday is the first after Friday', () => {
    const days = (value: number) => share({ from: 'day', to: 'answered_on', unit: 'workingDays' }, value);
    const friday = fact({ day: '2026-09-04', answered_on: '2026-09-09' });
    expect(made(days(3), '2026-09', [friday])).toBe(100);
    expect(made(days(2), '2026-09', [friday])).toBe(0);
  });

  it('tells the days since the last contact, on the last day of the period (S3)', () => {
    const since = modelOf([
      measure(
        'made',
        { kind: 'min', ...base, column: 'ago' },
        {
          computed: [{ id: 'ago', kind: 'elapsed', from: 'day', unit: 'days' }],
          window: { kind: 'rolling', periods: 12 },
        },
      ),
    ]);
    const given = ['2026-09-10', '2026-08-31', '2026-07-01'].map((day) => fact({ day }));
    expect(made(since, '2026-09', given)).toBe(20);
    expect(made(since, '2026-09', given.slice(1))).toBe(30);
  });

  it('has a last digit when it is published', () => {
    const mean = modelOf([
      measure(
        'made',
        { kind: 'max', ...base, column: 'took' },
        {
          computed: [{ id: 'took', kind: 'elapsed', from: 'raised_at', to: 'solved_at', unit: 'hours' }],
        },
      ),
    ]);
    const given = [fact({ raised_at: '2026-09-01T00:00:00.000Z', solved_at: '2026-09-01T00:20:00.000Z' })];
    expect(made(mean, '2026-09', given)).toBe(0.3333);
  });
});

describe('a measure made from others is refused', () => {
  const value = measure('value', sumOf('amount'));
  const streak = (more: object) =>
    measure('made', {
      kind: 'streak',
      measure: 'value',
      test: { kind: 'falls' },
      periods: 2,
      whenMissing: 'end',
      ...more,
    });
  const result = (over: object) => measure('made', { kind: 'result', figure: { kind: 'rank' }, over });
  const runs = { runs: 'latest', take: 'mean', whenMissing: 'skip' };
  const group = (weight: number, more: object = {}) => ({ group: 'self', weight, ...more });
  const raters = (groups: object[]) =>
    measure('made', {
      kind: 'raters',
      ...base,
      column: 'amount',
      group: 'kind',
      groups,
      outliers: { kind: 'none' },
      whenGroupMissing: 'missing',
    });
  const at = (rest: string) => `/measures/1/aggregate${rest}`;

  it.each<[string, string, Measure, Partial<Model>?]>([
    ['target.unknownMeasure', at('/measure'), streak({ measure: 'constructor' })],
    ['measure.notMadeFrom', at('/measure'), streak({ measure: 'made' })],
    ['measure.everyLonger', at('/every'), streak({ every: 'quarter' })],
    ['measure.everyLonger', at('/over/every'), result({ kind: 'within', every: 'month', ...runs })],
    [
      'measure.everyLonger',
      at('/over/every'),
      result({ kind: 'before', every: 'year', periods: 1, ...runs }),
    ],
    ['measure.notThisRun', at('/over'), result({ kind: 'thisRun' })],
    [
      'measure.notOfTeam',
      at(''),
      measure('made', { kind: 'members', measure: 'people', take: { kind: 'sum' }, whenMissing: 'skip' }),
      { measures: [measure('people', sumOf('amount'), { about: 'person' })] },
    ],
    [
      'measure.aboutWrong',
      at('/measure'),
      measure('made', { kind: 'members', measure: 'value', take: { kind: 'sum' }, whenMissing: 'skip' }),
      { subject: 'team' },
    ],
    ['measure.aboutWrong', at('/measure'), streak({}), { measures: [{ ...value, about: 'person' }] }],
    ['measure.givenHasNoRecords', '/measures/1', { ...streak({}), smallest: 5 }],
    ['weights.sum', at('/groups'), raters([group(99)])],
    ['measure.raterGroupRepeated', at('/groups/1/group'), raters([group(50), group(50)])],
    ['measure.sampleBelowSmallest', at('/groups/0/sample'), raters([group(100, { smallest: 3, sample: 2 })])],
    ['measure.noSeed', at('/groups/0/sample'), raters([group(100, { sample: 2 })])],
    ['subject.rowsMissing', '/subject', streak({}), { subject: 'customer' }],
    ['subject.rowsUnexpected', '/subjects', streak({}), { subjects: { dataset: 'facts', column: 'team' } }],
  ])('%s at %s', (code, pointer, last, { measures = [value], ...more } = {}) => {
    const issues = check(modelOf([...measures, last], more));
    expect(issues).toContainEqual(expect.objectContaining({ code, pointer, severity: 'error' }));
  });

  it.each<[string, string, Measure]>([
    [
      'measure.columnType',
      '/measures/1/computed/0/to',
      measure(
        'made',
        { kind: 'count', ...base, whenEmpty: 'zero' },
        {
          computed: [{ id: 'took', kind: 'elapsed', from: 'raised_at', to: 'day', unit: 'days' }],
        },
      ),
    ],
    [
      'id.repeated',
      '/measures/1/computed/0/id',
      measure(
        'made',
        { kind: 'count', ...base, whenEmpty: 'zero' },
        {
          computed: [{ id: 'amount', kind: 'elapsed', from: 'day', unit: 'days' }],
        },
      ),
    ],
    [
      'measure.columnType',
      '/measures/1/aggregate/from',
      measure('made', { kind: 'related', dataset: 'facts', from: 'team', to: 'mentor', measure: 'value' }),
    ],
  ])('by its datasets: %s at %s', (code, pointer, last) => {
    const issues = checkAgainstDatasets(modelOf([{ ...value, about: 'person' }, last]), [facts]);
    expect(issues).toContainEqual(expect.objectContaining({ code, pointer }));
  });
});
