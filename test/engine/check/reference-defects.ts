// oxlint-disable-next-line typescript/no-explicit-any
type Loose = Record<string, any>;
type Defect = [code: string, pointer: string, change: (model: Loose) => void];

const name = { zh: '名称', en: 'Name' };
const asks = (fact: string, more: object = {}) => ({
  all: [{ fact, operator: 'greaterThan', value: 1, ...more }],
});
const to = (condition: string) => ({ all: [{ condition }] });
/** Named conditions a, b, c, …, and what else the model has. */
const named =
  (list: object[], more: object = {}) =>
  (m: Loose) =>
    Object.assign(m, more, {
      conditions: list.map((conditions, index) => ({ id: 'abc'[index], name, conditions })),
    });
const action = (conditions: object) => ({
  actions: [{ id: 'talk', name, conditions, event: { type: 'talk' } }],
});
const ids = ['attainment', 'nps', 'complaints', 'referral', 'understanding'];
const weights = [30, 20, 15, 15, 20].map((weight, index) => ({ metric: ids[index], weight }));
const filter = { any: [{ not: { condition: 'a' } }] };
const records = { dataset: 'd', subject: 's', date: 'd' };
/** As many nots around a condition as that. */
const nots = (count: number, inner: object): object =>
  count === 0 ? inner : { not: nots(count - 1, inner) };

/** Defects of named conditions and of what refers to them. */
export const referenceDefects: Defect[] = [
  ['condition.unknown', '/actions/0/conditions/all/0/condition', (m) => Object.assign(m, action(to('a')))],
  ['condition.unknown', '/actions/0/conditions/condition', named([], action({ condition: 'toString' }))],
  ['condition.unknown', '/conditions/0/conditions/all/0/condition', named([to('z')])],
  ['condition.cycle', '/conditions/0/conditions/all/0/condition', named([to('a')])],
  ['condition.cycle', '/conditions/2/conditions/all/0/condition', named([to('b'), to('c'), to('a')])],
  [
    'condition.cycle',
    '/conditions/1/conditions/not/condition',
    named([{ any: [{ condition: 'b' }, { condition: 'b' }] }, { not: { condition: 'a' } }], action(to('b'))),
  ],
  ['rule.unknownFact', '/conditions/0/conditions/all/0/fact', named([asks('luck')])],
  ['rule.pathMissing', '/conditions/0/conditions/all/0', named([asks('nps')])],
  [
    'id.repeated',
    '/conditions/1/id',
    (m) => (m['conditions'] = [0, 1].map(() => ({ id: 'a', name, conditions: asks('composite') }))),
  ],
  [
    'condition.asksUnknown',
    '/overlays/0/conditions/all/0/condition',
    named([asks('nps', { path: 'value' }), to('a')], {
      overlays: [{ id: 'plan', name, conditions: to('b'), weights }],
    }),
  ],
  [
    'condition.asksUnknown',
    '/points/0/conditions/condition',
    named([asks('composite')], { points: [{ id: 'bonus', name, conditions: { condition: 'a' }, value: 1 }] }),
  ],
  [
    'condition.asksUnknown',
    '/metrics/0/target/cases/0/conditions/condition',
    (m) => {
      named([asks('composite')])(m);
      m['metrics'][0].target = { kind: 'condition', cases: [{ conditions: { condition: 'a' }, value: 1 }] };
    },
  ],
  [
    'condition.inFilter',
    '/measures/0/aggregate/where/any/0/not/condition',
    (m) => {
      named([asks('composite')])(m);
      m['measures'][0].aggregate = { kind: 'count', ...records, whenEmpty: 'zero', where: filter };
    },
  ],
  [
    'condition.inFilter',
    '/measures/0/aggregate/of/any/0/not/condition',
    (m) => (m['measures'][0].aggregate = { kind: 'share', ...records, of: filter }),
  ],
  [
    'condition.inFilter',
    '/subjects/where/any/0/not/condition',
    (m) => Object.assign(m, { subject: 'customer', subjects: { dataset: 'd', column: 'c', where: filter } }),
  ],
  [
    'conditions.tooDeep',
    '/actions/0/conditions',
    named([nots(16, asks('composite'))], action(nots(16, { condition: 'a' }))),
  ],
  [
    'measure.aboutOthers',
    '/conditions/0/conditions/all/0/fact',
    (m) => {
      named([asks('nps_figure')])(m);
      m['measures'][1].about = 'person';
    },
  ],
  [
    'schema.additionalProperties',
    '/actions/0/conditions/priority',
    named([asks('composite')], action({ condition: 'a', priority: 1 })),
  ],
  ['schema.required', '/conditions/0', (m) => (m['conditions'] = [{ id: 'a', name }])],
];
