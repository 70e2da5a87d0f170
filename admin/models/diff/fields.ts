import type { DiffText } from './texts.ts';

/** How a value of a field is read. */
export type Reading =
  | 'decimal'
  | 'text'
  | 'word'
  | 'group'
  | 'measure'
  | 'grade'
  | 'stage'
  | 'target'
  | 'stageTarget'
  | 'stageTargets'
  | 'scoring'
  | 'steps'
  | 'points'
  | 'conditions'
  | 'weights'
  | 'parts';

/** What a field is called, and how its values are read. */
export interface Field {
  readonly name: DiffText;
  readonly reading: Reading;
}

const field = (name: DiffText, reading: Reading): Field => ({ name, reading });

const line = (at: string) => ({
  [`${at}/kind`]: field('kind', 'word'),
  [`${at}/measure`]: field('ofMeasure', 'measure'),
  [`${at}/value`]: field('lineValue', 'decimal'),
});

const named = {
  id: field('id', 'text'),
  name: field('names', 'parts'),
  'name/zh': field('nameZh', 'text'),
  'name/en': field('nameEn', 'text'),
};
const conditions = field('ruleConditions', 'conditions');
const rule = {
  ...named,
  priority: field('priority', 'decimal'),
  conditions,
  event: field('event', 'parts'),
  'event/type': field('eventType', 'text'),
};

/** The fields of the model itself and of the items of its lists, by the path within them. */
const fields: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  model: {
    'name/zh': named['name/zh'],
    'name/en': named['name/en'],
    format: field('format', 'text'),
    key: field('key', 'text'),
    subject: field('subject', 'word'),
    stage: field('stage', 'stage'),
    cadence: field('cadence', 'word'),
    places: field('compositePlaces', 'decimal'),
    pointsBound: field('pointsBound', 'parts'),
    'pointsBound/atLeast': field('pointsLeast', 'decimal'),
    'pointsBound/atMost': field('pointsMost', 'decimal'),
    adjustments: field('adjustments', 'parts'),
    'adjustments/measure': field('adjustmentMeasure', 'measure'),
    'adjustments/reason': field('adjustmentReason', 'text'),
    'adjustments/by': field('adjustmentBy', 'text'),
    'adjustments/atMost': field('adjustmentMost', 'decimal'),
  },
  measures: {
    ...named,
    unit: field('unit', 'text'),
    aggregate: field('aggregate', 'parts'),
    'aggregate/kind': field('kind', 'word'),
    'aggregate/dataset': field('dataset', 'text'),
    'aggregate/subject': field('subjectColumn', 'text'),
    'aggregate/date': field('dateColumn', 'text'),
    'aggregate/column': field('column', 'text'),
    'aggregate/where': field('where', 'conditions'),
    'aggregate/of': field('of', 'conditions'),
    'aggregate/whenEmpty': field('whenEmpty', 'word'),
    'aggregate/places': field('places', 'decimal'),
    'aggregate/measure': field('ofMeasure', 'measure'),
    'aggregate/test': field('test', 'parts'),
    'aggregate/test/kind': field('kind', 'word'),
    'aggregate/test/line': field('line', 'parts'),
    ...line('aggregate/test/line'),
    'aggregate/periods': field('periods', 'decimal'),
    'aggregate/every': field('every', 'word'),
    'aggregate/whenMissing': field('whenPartMissing', 'word'),
    'aggregate/figure': field('figure', 'parts'),
    'aggregate/figure/kind': field('kind', 'word'),
    'aggregate/figure/metric': field('metric', 'text'),
    'aggregate/over': field('over', 'parts'),
    'aggregate/over/kind': field('kind', 'word'),
    'aggregate/over/periods': field('periods', 'decimal'),
    'aggregate/over/every': field('every', 'word'),
    'aggregate/over/runs': field('runs', 'word'),
    'aggregate/over/take': field('take', 'word'),
    'aggregate/over/whenMissing': field('whenPartMissing', 'word'),
    'aggregate/take': field('take', 'parts'),
    'aggregate/take/kind': field('kind', 'word'),
    'aggregate/take/weight': field('weightMeasure', 'measure'),
    'aggregate/take/line': field('line', 'parts'),
    ...line('aggregate/take/line'),
    'aggregate/from': field('fromColumn', 'text'),
    'aggregate/to': field('toColumn', 'text'),
    'aggregate/group': field('groupColumn', 'text'),
    'aggregate/seed': field('seed', 'text'),
    'aggregate/outliers': field('outliers', 'parts'),
    'aggregate/outliers/kind': field('kind', 'word'),
    'aggregate/outliers/each': field('each', 'decimal'),
    'aggregate/whenGroupMissing': field('whenGroupMissing', 'word'),
    about: field('about', 'word'),
    smallest: field('smallest', 'decimal'),
  },
  groups: { ...named, parent: field('parent', 'group') },
  metrics: {
    ...named,
    group: field('group', 'group'),
    weight: field('weight', 'decimal'),
    formula: field('formula', 'text'),
    unit: field('unit', 'text'),
    direction: field('direction', 'word'),
    target: field('target', 'target'),
    'target/value': field('targetValue', 'decimal'),
    'target/measure': field('targetMeasure', 'measure'),
    'target/stages': field('targetStages', 'stageTargets'),
    'target/stages/*': field('targetOfStage', 'stageTarget'),
    'target/stages/*/stage': field('stage', 'stage'),
    'target/stages/*/value': field('targetOfStage', 'decimal'),
    'target/cases/#/value': field('targetValue', 'decimal'),
    'target/cases/#/measure': field('targetMeasure', 'measure'),
    'target/cases/#/conditions': conditions,
    'target/otherwise/value': field('targetOtherwise', 'decimal'),
    'target/otherwise/measure': field('targetOtherwise', 'measure'),
    'target/levels/*/value': field('targetValue', 'decimal'),
    'target/levels/*/measure': field('targetMeasure', 'measure'),
    'target/levels/*/growth/percent': field('growthPercent', 'decimal'),
    'target/levels/*/growth/baseline': field('growthBaseline', 'measure'),
    scoring: field('scoring', 'scoring'),
    'scoring/cap': field('cap', 'decimal'),
    'scoring/floor': field('floor', 'decimal'),
    'scoring/from/value': field('fromValue', 'decimal'),
    'scoring/from/score': field('fromScore', 'decimal'),
    'scoring/to/value': field('toValue', 'decimal'),
    'scoring/to/score': field('toScore', 'decimal'),
    'scoring/below': field('scoreBelow', 'decimal'),
    'scoring/steps': field('steps', 'steps'),
    'scoring/steps/#/from': field('stepFrom', 'decimal'),
    'scoring/steps/#/score': field('stepScore', 'decimal'),
    'scoring/points': field('points', 'points'),
    'scoring/points/#/value': field('pointValue', 'decimal'),
    'scoring/points/#/score': field('pointScore', 'decimal'),
    'scoring/from': field('lowestMark', 'decimal'),
    'scoring/to': field('highestMark', 'decimal'),
    'scoring/base': field('base', 'decimal'),
    'scoring/perUnit': field('perUnit', 'decimal'),
    whenMissing: field('whenMissing', 'word'),
    places: field('places', 'parts'),
    'places/value': field('placesValue', 'decimal'),
    'places/score': field('placesScore', 'decimal'),
  },
  conditions: { ...named, conditions },
  overlays: {
    ...named,
    conditions,
    weights: field('weights', 'weights'),
    'weights/*/weight': field('weightOf', 'decimal'),
  },
  points: {
    ...named,
    conditions,
    value: field('pointsValue', 'decimal'),
    formula: field('formula', 'text'),
    atLeast: field('pointsLeast', 'decimal'),
    atMost: field('pointsMost', 'decimal'),
  },
  gates: { ...named, conditions, cap: field('gateCap', 'grade') },
  conflicts: { ...named, types: field('conflictTypes', 'text'), keep: field('keep', 'word') },
  grades: named,
  bands: {
    grade: field('grade', 'grade'),
    from: field('from', 'decimal'),
    to: field('to', 'decimal'),
  },
  gradeRules: {
    ...rule,
    'event/params': field('params', 'parts'),
    'event/params/grade': field('grade', 'grade'),
  },
  actions: { ...rule, 'event/params': field('params', 'parts'), 'event/params/*': field('param', 'text') },
};

/** The lists of a model whose items have names. */
export const lists = [
  ...(['measures', 'groups', 'metrics', 'conditions', 'overlays', 'points', 'grades', 'bands'] as const),
  ...(['gradeRules', 'gates', 'actions', 'conflicts'] as const),
] as const;
export type ListName = (typeof lists)[number];

/** The name of one of those lists. */
export function isListName(name: string | undefined): name is ListName {
  return lists.some((list) => list === name);
}

/** The field at a path within the model or an item of one of its lists; undefined where the schema has none. */
export function fieldAt(list: ListName | 'model', shape: string): Field | undefined {
  const known = fields[list]!;
  // What a company says of an action is its own words.
  const asked = list === 'actions' ? shape.replace(/^event\/params\/[^/]+$/, 'event/params/*') : shape;
  return Object.hasOwn(known, asked) ? known[asked] : undefined;
}
