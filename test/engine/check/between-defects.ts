// oxlint-disable-next-line typescript/no-explicit-any
type Loose = Record<string, any>;
type Defect = [code: string, pointer: string, change: (model: Loose) => void];

const name = { zh: '名称', en: 'Name' };
const about = (fact: string, more: object = {}) => ({
  all: [{ fact, operator: 'greaterThan', value: 1, ...more }],
});
const given = about('nps_figure');
const target = (kind: object) => (m: Loose) => Object.assign(m['metrics'][1], { target: kind });
const levels = (...figures: object[]) =>
  target({ kind: 'levels', levels: figures.map((figure, i) => ({ id: `l${i}`, name, ...figure })) });
const weights = [30, 20, 15, 15, 20];
const ids = ['attainment', 'nps', 'complaints', 'referral', 'understanding'];
const overlay = (change: (list: { metric: string; weight: number }[]) => void, conditions: object = given) =>
  ((m: Loose) => {
    const list = ids.map((metric, index) => ({ metric, weight: weights[index]! }));
    change(list);
    m['overlays'] = [{ id: 'plan', name, conditions, weights: list }];
  }) satisfies Defect[2];
const points = (item: object, bound?: object) => (m: Loose) =>
  Object.assign(m, { points: [{ id: 'bonus', name, ...item }] }, bound && { pointsBound: bound });
const gate =
  (cap: string, conditions: object = given) =>
  (m: Loose) =>
    (m['gates'] = [{ id: 'gate', name, conditions, cap }]);
const adjustments = (measure: string, atMost: number, aggregate?: object) => (m: Loose) => {
  m['adjustments'] = { measure, reason: 'reason', by: 'by', atMost };
  if (aggregate) m['measures'][0].aggregate = aggregate;
};
const records = { dataset: 'd', subject: 's', date: 'd', column: 'c' };
const conflict =
  (...types: string[]) =>
  (m: Loose) => {
    m['actions'] = [{ id: 'talk', name, conditions: given, event: { type: 'talk' } }];
    m['conflicts'] = [{ id: 'conflict', name, types, keep: 'none' }];
  };

/** Defects of what stands between metrics and grade. */
export const betweenDefects: Defect[] = [
  [
    'target.unknownMeasure',
    '/metrics/1/target/cases/0/measure',
    target({ kind: 'condition', cases: [{ conditions: given, measure: 'nobody' }] }),
  ],
  [
    'target.unknownMeasure',
    '/metrics/1/target/otherwise/measure',
    target({ kind: 'condition', cases: [{ conditions: given, value: 1 }], otherwise: { measure: 'nobody' } }),
  ],
  [
    'rule.unknownFact',
    '/metrics/1/target/cases/0/conditions/all/0/fact',
    target({ kind: 'condition', cases: [{ conditions: about('composite'), value: 1 }] }),
  ],
  [
    'schema.minProperties',
    '/metrics/1/target/cases/0',
    target({ kind: 'condition', cases: [{ conditions: given }] }),
  ],
  ['target.levelsNotRising', '/metrics/1/target/levels/1', levels({ value: 90 }, { value: 90 })],
  [
    'target.levelsNotRising',
    '/metrics/1/target/levels/2',
    levels({ value: 90 }, { measure: 'nps_figure' }, { value: 80 }),
  ],
  [
    'target.levelsNotRising',
    '/metrics/1/target/levels/1',
    levels(...[15, 10].map((percent) => ({ growth: { baseline: 'nps_figure', percent } }))),
  ],
  [
    'target.unknownMeasure',
    '/metrics/1/target/levels/0/growth/baseline',
    levels({ growth: { baseline: 'nobody', percent: 1 } }),
  ],
  [
    'target.levelsInFormula',
    '/metrics/1/formula',
    (m) => {
      levels({ value: 1 })(m);
      m['metrics'][1].formula = 'nps_figure / target';
    },
  ],
  ['rule.noLevels', '/gates/0/conditions/all/0/path', gate('good', about('nps', { path: 'level' }))],
  [
    'overlay.metricMissing',
    '/overlays/0/weights',
    overlay((list) => {
      list.pop();
      list[0]!.weight += 20;
    }),
  ],
  [
    'overlay.unknownMetric',
    '/overlays/0/weights/5/metric',
    overlay((list) => list.push({ metric: 'nobody', weight: 0 })),
  ],
  [
    'overlay.metricRepeated',
    '/overlays/0/weights/5/metric',
    overlay((list) => list.push({ metric: 'nps', weight: 0 })),
  ],
  ['weights.sum', '/overlays/0/weights', overlay((list) => (list[0]!.weight = 31))],
  [
    'weight.negative',
    '/overlays/0/weights/0/weight',
    overlay((list) => {
      list[0]!.weight = -30;
      list[1]!.weight = 80;
    }),
  ],
  [
    'rule.unknownFact',
    '/overlays/0/conditions/all/0/fact',
    overlay(() => {}, about('nps', { path: 'value' })),
  ],
  ['points.oneFigure', '/points/0', points({})],
  ['points.oneFigure', '/points/0', points({ value: 1, formula: 'nps' })],
  ['points.boundsUnused', '/points/0', points({ value: 1, atMost: 2 })],
  ['points.boundsCrossed', '/points/0/atLeast', points({ formula: 'nps', atLeast: 2, atMost: 1 })],
  ['formula.unknownName', '/points/0/formula', points({ formula: 'composite' })],
  ['formula.noTarget', '/points/0/formula', points({ formula: 'target' })],
  [
    'rule.unknownFact',
    '/points/0/conditions/all/0/fact',
    points({ value: 1, conditions: about('composite') }),
  ],
  ['points.boundWithoutZero', '/pointsBound/atLeast', points({ value: 1 }, { atLeast: 1 })],
  ['points.boundWithoutZero', '/pointsBound/atMost', points({ value: 1 }, { atMost: -1 })],
  ['points.boundUnused', '/pointsBound', (m) => (m['pointsBound'] = { atMost: 1 })],
  ['adjustments.unknownMeasure', '/adjustments/measure', adjustments('nobody', 5)],
  ['adjustments.boundNotPositive', '/adjustments/atMost', adjustments('nps_figure', 0)],
  [
    'adjustments.notASum',
    '/adjustments/measure',
    adjustments('attainment_figure', 5, { kind: 'sum', ...records, whenEmpty: 'missing' }),
  ],
  ['gate.capsNothing', '/gates/0/cap', gate('excellent')],
  ['grade.unknown', '/gates/0/cap', gate('superb')],
  ['conflict.unknownType', '/conflicts/0/types/1', conflict('talk', 'promotion')],
  ['conflict.typeRepeated', '/conflicts/0/types/1', conflict('talk', 'talk')],
];
