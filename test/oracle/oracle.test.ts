import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge } from './oracle.ts';

type Model = Parameters<typeof judge>[0];
type Metric = Model['metrics'][number];
type Condition = NonNullable<Model['actions']>[number]['conditions'];

const metric = (id: string, weight: number | string, rest: Partial<Metric> = {}): Metric => ({
  id,
  weight,
  formula: `m_${id}`,
  scoring: { kind: 'asIs' },
  whenMissing: 'exclude',
  ...rest,
});
const bands = [
  { grade: 'excellent', from: 90 },
  { grade: 'good', from: 80, to: '90.00' },
  { grade: 'to_improve', to: '80' },
];
const gradeRule = (id: string, grade: string, conditions: Condition, priority?: number) => ({
  id,
  conditions,
  event: { params: { grade } },
  ...(priority !== undefined && { priority }),
});
const action = (id: string, conditions: Condition, priority?: number) => ({
  id,
  conditions,
  event: {},
  ...(priority !== undefined && { priority }),
});
const always: Condition = { all: [{ fact: 'composite', operator: 'isMissing', value: false }] };

/** The value of one metric. */
function calculated(formula: string, figures: Record<string, string | null> = {}, places = 4) {
  const model: Model = { metrics: [metric('a', 100, { formula, places: { value: places } })], bands };
  return judge(model, figures).metrics['a']?.value;
}

/** Whether an action with these conditions fires: metric a is 50.005, b is missing. */
function fires(condition: Condition): boolean {
  const model: Model = {
    metrics: [metric('a', 50), metric('b', 50)],
    bands,
    actions: [action('it', { all: [condition] })],
  };
  return judge(model, { m_a: '50.005', stage: 'mature', team: '7' }).actions.length === 1;
}

const files = [
  'oracle',
  'conditions',
  'formula',
  'fractions',
  'publish',
  'scoring',
  'targets',
  'composite',
  'operators',
];

describe.each(files.map((name) => `${name}.ts`))('%s of the oracle', (file) => {
  const source = readFileSync(join(import.meta.dirname, file), 'utf8');

  it('is short enough to be read as a whole', () => {
    expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(200);
  });

  it('imports nothing but the other files of the oracle', () => {
    const imported = [...source.matchAll(/from '(.*)'/g)].map(([, from]) => from);
    expect(imported.filter((from) => !files.some((name) => from === `./${name}.ts`))).toEqual([]);
    expect(source).not.toMatch(/\b(require|globalThis|process)\b/);
  });
});

describe('the worked example', () => {
  const model: Model = {
    metrics: [
      metric('attainment', 30),
      metric('nps', 20),
      metric('complaints', '15'),
      metric('referral', '15.0'),
      metric('understanding', 20),
    ],
    bands,
  };
  const people = (figures: number[]) =>
    judge(model, Object.fromEntries(model.metrics.map(({ id }, i) => [`m_${id}`, String(figures[i])])));

  it('gives team A 76.65, part by part', () => {
    expect(people([110, 50, 95, 12, 88])).toEqual({
      status: 'graded',
      composite: '76.65',
      grade: 'to_improve',
      metrics: {
        attainment: { value: '110.0000', score: '110.0000', weighted: '33' },
        nps: { value: '50.0000', score: '50.0000', weighted: '10' },
        complaints: { value: '95.0000', score: '95.0000', weighted: '14.25' },
        referral: { value: '12.0000', score: '12.0000', weighted: '1.8' },
        understanding: { value: '88.0000', score: '88.0000', weighted: '17.6' },
      },
      actions: [],
    });
  });

  it.each([
    [[105, 70, 100, 20, 92], '81.90', 'good'],
    [[120, 80, 98, 25, 95], '89.45', 'good'],
    [[90, 90, 90, 90, 90], '90.00', 'excellent'],
    [[80, 80, 80, 80, 80], '80.00', 'good'],
  ])('gives %j the composite %s and the grade %s', (figures, composite, grade) => {
    expect(people(figures)).toMatchObject({ composite, grade });
  });
});

describe('publishing', () => {
  it.each([
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    ['0.4', 0, '0'],
    ['-0.4', 0, '0'],
    ['-0.004', 2, '0.00'],
    ['1.005', 2, '1.01'],
    ['-1.005', 2, '-1.01'],
    ['1.0049999999', 2, '1.00'],
    ['999999999999.9995', 3, '1000000000000.000'],
    ['-0', 3, '0.000'],
    ['7', 6, '7.000000'],
  ])('makes %s at %i places %s', (figure, places, published) => {
    expect(calculated('x', { x: figure }, places)).toBe(published);
  });

  it('scores the published value, weighs the published score, and rounds the weighted part never', () => {
    const places = { value: 1, score: 0 };
    const scoring = { kind: 'asIs', cap: '33.7' } as const;
    const model: Model = {
      metrics: [metric('a', '33.333', { scoring, places }), metric('b', '66.667')],
      bands,
    };
    expect(judge(model, { m_a: '33.45', m_b: '0' })).toMatchObject({
      metrics: { a: { value: '33.5', score: '34', weighted: '11.33322' }, b: { weighted: '0' } },
      composite: '11.33',
    });
  });

  it('clamps before it rounds', () => {
    const scoring = { kind: 'asIs', cap: '99.5' } as const;
    const model: Model = { metrics: [metric('a', 100, { scoring, places: { score: 0 } })], bands };
    expect(judge(model, { m_a: '120' }).metrics['a']?.score).toBe('100');
  });
});

describe('formulas', () => {
  it.each([
    ['1 / 3', '0.3333'],
    ['2 / 3', '0.6667'],
    ['-2 / 3', '-0.6667'],
    ['1 / 3 * 3', '1.0000'],
    ['1 - 2 - 3', '-4.0000'],
    ['8 / 4 / 2', '1.0000'],
    ['2 + 3 * 4', '14.0000'],
    ['(2 + 3) * 4', '20.0000'],
    ['2 * -3 - -1', '-5.0000'],
    ['-(1 + 2)', '-3.0000'],
    ['min(3, 1, 2) + max(1, 3, 2) + min(4) + max(-5)', '3.0000'],
    ['max(min(x, 2), 1 / 4)', '2.0000'],
    ['min（x，10）＋（2－1）×6÷-4', '5.5000'],
    ['-x/-7', '1.0000'],
    ['1 / -8', '-0.1250'],
    ['1 / 0', null],
    ['max(1, 1 / (x - 7))', null],
    ['absent * 0', null],
    ['constructor + 1', null],
  ])('%s is %s', (formula, value) => {
    expect(calculated(formula, { x: '7' })).toBe(value);
  });

  it('tells apart names that begin alike', () => {
    const figures = { min1: '1', minimum: '20', 最低: '300', target2: '4000', 𠮷: '50000' };
    expect(calculated('min1 + minimum + 最低 + target2 + 𠮷', figures, 0)).toBe('54321');
  });
});

describe('scorings', () => {
  const score = (scoring: Metric['scoring'], value: string, target?: Metric['target']) => {
    const model: Model = { metrics: [metric('a', 100, { scoring, ...(target && { target }) })], bands };
    return judge(model, { m_a: value, goal: '-3', stage: 'mature' }).metrics['a'];
  };

  it.each([
    ['9.9999', '5.0000'],
    ['10', '20.0000'],
    ['15', '60.0000'],
    ['20', '100.0000'],
    ['20.0001', '100.0000'],
  ])('steps and lines give %s its score', (value, onLine) => {
    const ends = { from: { value: 10, score: 20 }, to: { value: '20', score: '100' } };
    const steps = [
      { from: 10, score: '20' },
      { from: '15.0', score: 60 },
      { from: 20, score: 100 },
    ];
    const stepped = score({ kind: 'steps', below: 5, steps }, value)?.score;
    const lined = score({ kind: 'linear', ...ends }, value)?.score;
    expect([stepped, lined]).toEqual([onLine, value === '9.9999' ? '20.0000' : onLine]);
  });

  it('follows a falling line to a third of a unit', () => {
    const ends = { from: { value: 0, score: 100 }, to: { value: 3, score: 0 } };
    expect(score({ kind: 'linear', ...ends }, '1')?.score).toBe('66.6667');
  });

  it('keeps floor and cap', () => {
    const scoring = { kind: 'asIs', floor: '-5', cap: '1e-7' } as const;
    expect(['-9', '-2', '3'].map((value) => score(scoring, value)?.score)).toEqual([
      '-5.0000',
      '-2.0000',
      '0.0000',
    ]);
  });

  it.each<[string, Metric['target'], string | null]>([
    ['a constant', { kind: 'constant', value: 60 }, '50.0000'],
    ['zero', { kind: 'constant', value: '0.0' }, null],
    ['a measure below zero', { kind: 'measure', measure: 'goal' }, null],
    ['a measure that is missing', { kind: 'measure', measure: 'other' }, null],
    ['the stage', { kind: 'stage', stages: [{ stage: 'mature', value: '120' }] }, '25.0000'],
    ['another stage', { kind: 'stage', stages: [{ stage: 'expansion', value: '120' }] }, null],
  ])('sets the value against a target: %s', (_, target, expected) => {
    const found = score({ kind: 'ratioToTarget' }, '30', target);
    expect(found).toMatchObject({ value: '30.0000', score: expected });
  });
});

describe('missing metrics', () => {
  const model = (whenMissing: Metric['whenMissing'], weight = 60): Model => ({
    metrics: [metric('a', weight, { whenMissing, places: { score: 1 } }), metric('b', 100 - weight)],
    bands,
  });

  it('re-weights what is left when one is excluded', () => {
    const judged = judge(
      { metrics: [metric('a', 70), metric('b', 10), metric('c', 20)], bands },
      { m_b: '100', m_c: '50' },
    );
    expect(judged).toMatchObject({ status: 'graded', composite: '66.67', grade: 'to_improve' });
    expect(judged.metrics['a']).toEqual({ value: null, score: null, weighted: null });
  });

  it('counts it as zero', () => {
    expect(judge(model('zero'), { m_b: '100' })).toMatchObject({
      composite: '40.00',
      metrics: { a: { value: null, score: '0.0', weighted: '0' } },
    });
  });

  it('holds the person back, whatever it weighs', () => {
    for (const weight of [60, 0]) {
      const judged = judge({ ...model('hold', weight), actions: [action('x', always)] }, { m_b: '100' });
      expect(judged).toMatchObject({ status: 'held', composite: null, grade: null, actions: [] });
      expect(judged.metrics['b']?.score).toBe('100.0000');
    }
  });

  it('leaves the person ungraded when the weights present add up to 0, and still asks the actions', () => {
    const anyone: Condition = { any: [{ fact: 'grade', operator: 'isMissing', value: true }] };
    const rules = { gradeRules: [gradeRule('g', 'good', anyone)], actions: [action('x', anyone)] };
    for (const figures of [{}, { m_b: '100' }]) {
      const judged = judge({ ...model('exclude', 100), ...rules }, figures);
      expect(judged).toMatchObject({ status: 'ungraded', composite: null, grade: null, actions: ['x'] });
      expect(judged).not.toHaveProperty('gradeRule');
    }
  });
});

describe('conditions', () => {
  const unknown: Condition = { fact: 'b', path: 'score', operator: 'lessThan', value: 60 };
  const yes: Condition = { fact: 'stage', operator: 'equal', value: 'mature' };
  const no: Condition = { fact: 'team', operator: 'in', value: ['8', '9'] };

  it.each<[string, Condition, boolean]>([
    ['unknown', unknown, false],
    ['not unknown', { not: unknown }, false],
    ['not not unknown', { not: { not: unknown } }, false],
    ['not (unknown and false)', { not: { all: [unknown, no] } }, true],
    ['not (unknown and true)', { not: { all: [unknown, yes] } }, false],
    ['unknown or true', { any: [unknown, yes] }, true],
    ['not (unknown or false)', { not: { any: [unknown, no] } }, false],
    ['notIn of unknown', { fact: 'role', operator: 'notIn', value: ['x'] }, false],
    ['notEqual of unknown', { fact: 'm_b', operator: 'notEqual', value: 1 }, false],
    ['isMissing of what is', { fact: 'b', path: 'value', operator: 'isMissing', value: true }, true],
    ['isMissing false of what is', { fact: 'role', operator: 'isMissing', value: false }, false],
    ['isMissing false of what is not', { fact: 'm_a', operator: 'isMissing', value: false }, true],
    ['yes', yes, true],
    ['not no', { not: no }, true],
    ['a team like a number', { fact: 'team', operator: 'equal', value: '7' }, true],
  ])('three-valued: %s', (_, condition, expected) => {
    expect(fires(condition)).toBe(expected);
  });

  it.each<[string, (boolean | undefined)[]]>([
    ['equal', [false, true, false]],
    ['notEqual', [true, false, true]],
    ['lessThan', [false, false, true]],
    ['lessThanInclusive', [false, true, true]],
    ['greaterThan', [true, false, false]],
    ['greaterThanInclusive', [true, true, false]],
  ])('%s is exact', (operator, expected) => {
    const against = (value: number) => fires({ fact: 'a', path: 'value', operator, value });
    expect([50.0049, 50.005, 50.0051].map(against)).toEqual(expected);
  });

  it.each([
    ['in', true, false],
    ['notIn', false, true],
  ])('%s looks for an equal one', (operator, found, notFound) => {
    expect(fires({ fact: 'm_a', operator, value: [1, 50.005] })).toBe(found);
    expect(fires({ fact: 'm_a', operator, value: [50, 51] })).toBe(notFound);
  });

  it('reads the published composite', () => {
    expect(fires({ fact: 'composite', operator: 'equal', value: 50.01 })).toBe(true);
  });
});

describe('rules', () => {
  const model = (rest: Partial<Model>): Model => ({ metrics: [metric('a', 100)], bands, ...rest });

  it('lets the highest priority stand in for the band, among equals the first', () => {
    const never: Condition = { not: always };
    const gradeRules = [
      gradeRule('default', 'excellent', always),
      gradeRule('second', 'good', always, 5),
      gradeRule('third', 'excellent', always, 5),
      gradeRule('silent', 'excellent', never, 9),
    ];
    expect(judge(model({ gradeRules }), { m_a: '10' })).toMatchObject({ grade: 'good', gradeRule: 'second' });
    expect(judge(model({ gradeRules: gradeRules.slice(3) }), { m_a: '10' })).not.toHaveProperty('gradeRule');
  });

  it('tells grade rules the grade of the band, actions the final one', () => {
    const is = (value: string): Condition => ({ all: [{ fact: 'grade', operator: 'equal', value }] });
    const gradeRules = [
      gradeRule('lift', 'good', is('to_improve')),
      gradeRule('lower', 'to_improve', is('good')),
    ];
    const actions = [action('band', is('to_improve')), action('final', is('good'))];
    expect(judge(model({ gradeRules, actions }), { m_a: '10' })).toMatchObject({
      grade: 'good',
      gradeRule: 'lift',
      actions: ['final'],
    });
  });

  it('orders actions by priority, equals as they are listed', () => {
    const actions = [
      action('a', always),
      action('b', always, 2),
      action('c', always, 1),
      action('d', always, 2),
    ];
    expect(judge(model({ actions }), { m_a: '10' }).actions).toEqual(['b', 'd', 'a', 'c']);
  });
});
