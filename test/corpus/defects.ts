import { pick, whole, type Random } from '../support/random.ts';
import {
  actionRule,
  boundedMetric,
  gradeRule,
  gradesOf,
  mostScore,
  names,
  push,
  score,
  type Loose,
} from './variations.ts';

/** Puts one defect into a model, one of several kinds of it. */
export type Defect = (random: Random, model: Loose) => void;

/** By the code that it is to be found by. */
export const defects: Readonly<Record<string, Defect>> = {
  // The domain's own: good up to 89, excellent from 90 on.
  'band.hole'(random, model) {
    const higher = (model['bands'] as Loose[]).filter(({ to }) => to !== undefined);
    const band = pick(random, higher);
    band['to'] = Number(band['to']) - pick(random, [1, 0.01, 0.5]);
  },
  'band.overlap'(random, model) {
    const higher = (model['bands'] as Loose[]).filter(({ to }) => to !== undefined);
    const band = pick(random, higher);
    band['to'] = Number(band['to']) + pick(random, [1, 0.01, 2.5]);
  },
  'rule.shadowed'(random, model) {
    const id = boundedMetric(random, model);
    const [better, worse] = [gradesOf(model)[0]!, gradesOf(model).at(-1)!];
    const low = whole(random, 10, 40);
    const wide = pick(random, [
      { all: [score(id, 'lessThan', low)] },
      { all: [score(id, 'lessThanInclusive', low)] },
      { any: [score(id, 'lessThan', low), { fact: 'composite', operator: 'lessThan', value: 20 }] },
      { not: score(id, 'greaterThanInclusive', low) },
    ]);
    const narrow = pick(random, [
      { all: [score(id, 'lessThan', low - 5)] },
      { all: [score(id, 'between', [low - 8, low - 3])] },
      { all: [score(id, 'lessThan', low - 2), { fact: 'composite', operator: 'lessThan', value: 50 }] },
    ]);
    const [first, second] = [
      gradeRule('seed_wide', worse, wide, 901),
      gradeRule('seed_narrow', better, narrow, 900),
    ];
    push(model, 'gradeRules', ...(random() < 0.5 ? [first, second] : [second, first]));
  },
  'rule.unreachable'(random, model) {
    const id = boundedMetric(random, model);
    const worse = gradesOf(model).at(-1)!;
    const [low, high] = [whole(random, 5, 15), whole(random, 25, 40)];
    push(
      model,
      'gradeRules',
      gradeRule('seed_low', worse, { all: [score(id, 'lessThan', (low + high) / 2)] }, 903),
      gradeRule('seed_high', worse, { all: [score(id, 'between', [low, high])] }, 902),
      gradeRule('seed_both', worse, { all: [score(id, 'lessThanInclusive', high)] }, 901),
    );
  },
  'condition.neverTrue'(random, model) {
    const id = boundedMetric(random, model);
    const most = mostScore(model, id);
    const [one, other] = [gradesOf(model)[0]!, gradesOf(model).at(-1)!];
    const is = (value: string) => ({ fact: 'grade', operator: 'equal', value });
    const conditions = pick(random, [
      { all: [score(id, 'greaterThan', 80), score(id, 'lessThan', 60)] },
      { all: [score(id, 'greaterThan', most)] },
      { any: [score(id, 'lessThan', 0)] },
      { all: [is(one), is(other)] },
      { all: [{ fact: 'stage', operator: 'equal', value: 'nowhere' }] },
      { not: score(id, 'greaterThanInclusive', 0) },
      { all: [score(id, 'between', [most + 1, most + 9])] },
      { all: [{ not: { any: [score(id, 'lessThan', 50), score(id, 'greaterThanInclusive', 50)] } }] },
    ]);
    push(model, 'actions', actionRule('seed_never', 'talk', conditions));
  },
  'condition.alwaysTrue'(random, model) {
    const id = boundedMetric(random, model);
    const most = mostScore(model, id);
    const conditions = pick(random, [
      { any: [score(id, 'lessThan', 60), score(id, 'greaterThanInclusive', 60)] },
      { all: [score(id, 'lessThanInclusive', most)] },
      { all: [score(id, 'greaterThanInclusive', 0)] },
      { all: [{ fact: 'grade', operator: 'in', value: gradesOf(model) }] },
      { all: [{ fact: 'stage', operator: 'equal', value: model['stage'] as string }] },
      { not: score(id, 'greaterThan', most) },
      {
        any: [
          { fact: 'grade', operator: 'notEqual', value: gradesOf(model)[0]! },
          score(id, 'lessThan', most + 1),
        ],
      },
    ]);
    push(model, 'actions', actionRule('seed_always', 'talk', conditions));
  },
  'rules.hole'(random, model) {
    const measure = pick(random, model['measures'] as Loose[])['id'] as string;
    const metric = pick(random, model['metrics'] as Loose[]);
    const at = whole(random, 20, 60);
    const cases = pick(random, [
      [
        { conditions: { all: [{ fact: measure, operator: 'lessThan', value: at }] }, value: 90 },
        { conditions: { all: [{ fact: measure, operator: 'greaterThan', value: at }] }, value: 80 },
      ],
      [
        { conditions: { all: [{ fact: measure, operator: 'lessThanInclusive', value: at }] }, value: 90 },
        {
          conditions: { all: [{ fact: measure, operator: 'greaterThanInclusive', value: at + 2 }] },
          value: 80,
        },
      ],
      [{ conditions: { all: [{ fact: 'role', operator: 'equal', value: 'senior' }] }, value: 90 }],
    ]);
    metric['target'] = { kind: 'condition', cases };
  },
  'actions.contradictory'(random, model) {
    const id = boundedMetric(random, model);
    const high = { all: [score(id, 'greaterThanInclusive', whole(random, 70, 90))] };
    const low = pick(random, [
      { all: [{ fact: 'composite', operator: 'lessThan', value: 70 }] },
      { any: [score(id, 'greaterThan', 60), { fact: 'composite', operator: 'lessThan', value: 60 }] },
      { all: [{ fact: 'role', operator: 'notEqual', value: 'supervisor' }] },
    ]);
    push(
      model,
      'actions',
      ...pick(random, [
        [actionRule('seed_up', 'promotion', high), actionRule('seed_plan', 'improvement_plan', low)],
        [actionRule('seed_up', 'promotion', high), actionRule('seed_pip', 'pip', low)],
        [
          actionRule('seed_more', 'seed_coefficient', high, { coefficient: 1.2 }),
          actionRule('seed_less', 'seed_coefficient', low, { coefficient: 0.8 }),
        ],
        [
          actionRule('seed_yes', 'seed_promotion', high, { eligible: true }),
          actionRule('seed_no', 'seed_promotion', low, { eligible: false }),
        ],
      ]),
    );
  },
  'grade.notMonotone'(random, model) {
    const id = boundedMetric(random, model);
    const worst = gradesOf(model).at(-1)!;
    const at = whole(random, 60, 90);
    const conditions = pick(random, [
      { all: [score(id, 'greaterThan', at)] },
      { all: [score(id, 'greaterThanInclusive', at), score(id, 'lessThan', at + 5)] },
      { any: [score(id, 'between', [at, at + 3])] },
    ]);
    if (random() < 0.5) push(model, 'gradeRules', gradeRule('seed_odd', worst, conditions, 999));
    else push(model, 'gates', { id: 'seed_gate', name: names('seed_gate'), conditions, cap: worst });
  },
  'weight.noEffect'(random, model) {
    const [one, other] = model['metrics'] as [Loose, Loose];
    one['scoring'] = { kind: 'asIs', floor: 0, cap: 100 };
    // Others' weights would hold where an overlay does.
    delete model['overlays'];
    const tiny = pick(random, [0, '0.001', '0.005']);
    other['weight'] =
      Math.round((Number(other['weight']) + Number(one['weight']) - Number(tiny)) * 1000) / 1000;
    one['weight'] = tiny;
  },
  'weights.satisfaction'(random, model) {
    const metrics = model['metrics'] as Loose[];
    const ids = (model['groups'] as Loose[]).map((group) => group['id'] as string);
    if (!ids.includes('satisfaction'))
      push(model, 'groups', { id: 'satisfaction', name: names('satisfaction') });
    const share = whole(random, 80, 95);
    const half = Math.ceil(metrics.length / 2);
    for (const [at, metric] of metrics.entries()) {
      metric['group'] = at < half ? 'satisfaction' : ids.find((id) => id !== 'satisfaction');
      metric['weight'] = 1;
    }
    metrics[0]!['weight'] = share - (half - 1);
    metrics.at(-1)!['weight'] = 100 - share - (metrics.length - half - 1);
  },
  'pay.notMonotone'(random, model) {
    const figure = (model['measures'] as Loose[])[0]!['id'] as string;
    const [best, ...rest] = gradesOf(model);
    model['pay'] = [
      {
        id: 'seed_pay',
        name: names('seed_pay'),
        amount: pick(random, [
          {
            kind: 'tiers',
            method: 'whole',
            figure,
            below: 1,
            tiers: [
              { from: 1000, rate: 3 },
              { from: 2000, rate: 2 },
            ],
          },
          { kind: 'tiers', method: 'whole', figure, base: '1000', below: 5, tiers: [{ from: 10, rate: 4 }] },
          {
            kind: 'coefficient',
            base: '1000',
            coefficients: [
              { grade: best, coefficient: 1 },
              ...rest.map((grade) => ({ grade, coefficient: '1.1' })),
            ],
          },
        ]),
      },
    ];
  },
  'pay.cliff'(random, model) {
    const figure = (model['measures'] as Loose[])[0]!['id'] as string;
    const from = whole(random, 200, 900) * 1000;
    model['pay'] = [
      {
        id: 'seed_pay',
        name: names('seed_pay'),
        amount: {
          kind: 'tiers',
          method: 'whole',
          figure,
          below: 0,
          tiers: [{ from, rate: whole(random, 3, 10) }],
        },
      },
    ];
  },
};
