import { describe, expect, it } from 'vitest';
import { check } from '../../../engine/index.ts';
import type { Issue } from '../../../schemas/index.ts';
import { g3Model } from '../../support/models.ts';
import { betweenDefects } from './between-defects.ts';
import { referenceDefects } from './reference-defects.ts';
import { resolves } from '../../support/pointers.ts';

// oxlint-disable-next-line typescript/no-explicit-any
type Loose = Record<string, any>;

/** What check says of the worked example after a change. */
function checked(change: (model: Loose) => void): Issue[] {
  const model = structuredClone(g3Model()) as Loose;
  change(model);
  const issues = check(model);
  for (const { pointer } of issues) expect(resolves(model, pointer!), pointer).toBe(true);
  return issues;
}

const rule = (conditions: unknown) => ({
  id: 'rule',
  name: { zh: '规则', en: 'Rule' },
  conditions,
  event: { type: 'talk' },
});

describe('a model with a defect is refused with a code and a pointer that resolves', () => {
  it.each<[string, string, (model: Loose) => void]>([
    ...betweenDefects,
    ...referenceDefects,
    ['weights.sum', '/metrics', (m) => (m['metrics'][0].weight = '29.99')],
    ['weights.sum', '/metrics', (m) => (m['metrics'][0].weight = '30.0000000001')],
    [
      'weight.negative',
      '/metrics/0/weight',
      (m) => Object.assign(m['metrics'][0], { weight: -30 }) && (m['metrics'][1].weight = 80),
    ],
    ['band.hole', '/bands/0/from', (m) => (m['bands'][1].to = 89)],
    ['band.overlap', '/bands/0/from', (m) => (m['bands'][1].to = 91)],
    ['band.hole', '/bands/2/from', (m) => (m['bands'][2].from = 0)],
    ['band.hole', '/bands/0/to', (m) => (m['bands'][0].to = 100)],
    ['band.empty', '/bands/1', (m) => Object.assign(m['bands'][1], { from: 90, to: 90 })],
    ['band.twoLowest', '/bands/2', (m) => delete m['bands'][1].from],
    ['grade.unknown', '/bands/0/grade', (m) => (m['bands'][0].grade = 'superb')],
    ['formula.unknownName', '/metrics/2/formula', (m) => (m['metrics'][2].formula = 'no_such_metric * 2')],
    ['formula.unknownName', '/metrics/2/formula', (m) => (m['metrics'][2].formula = 'constructor')],
    [
      'formula.noTarget',
      '/metrics/0/formula',
      (m) => (m['metrics'][0].formula = 'attainment_figure / target'),
    ],
    ['formula.unknownFunction', '/metrics/0/formula', (m) => (m['metrics'][0].formula = 'eval(1)')],
    ['formula.syntax', '/metrics/0/formula', (m) => (m['metrics'][0].formula = 'attainment_figure +')],
    ['formula.syntax', '/metrics/0/formula', (m) => (m['metrics'][0].formula = 'a.b.c')],
    ['formula.unknownName', '/metrics/0/formula', (m) => (m['metrics'][0].formula = 'a.b')],
    ['formula.syntax', '/metrics/0/formula', (m) => (m['metrics'][0].formula = '1e3')],
    ['formula.tooPrecise', '/metrics/0/formula', (m) => (m['metrics'][0].formula = '1234567890123456')],
    ['scoring.noTarget', '/metrics/0/scoring', (m) => (m['metrics'][0].scoring = { kind: 'ratioToTarget' })],
    [
      'scoring.floorAboveCap',
      '/metrics/0/scoring/floor',
      (m) => (m['metrics'][0].scoring = { kind: 'asIs', floor: 9, cap: 8 }),
    ],
    [
      'scoring.againstDirection',
      '/metrics/0/scoring/points/2/score',
      (m) =>
        (m['metrics'][0].scoring = {
          kind: 'curve',
          points: [
            { value: 0, score: 0 },
            { value: 1, score: 9 },
            { value: 2, score: 8 },
          ],
        }),
    ],
    [
      'scoring.pointsNotRising',
      '/metrics/0/scoring/points/1/value',
      (m) =>
        (m['metrics'][0].scoring = {
          kind: 'curve',
          points: [
            { value: 1, score: 0 },
            { value: 1, score: 9 },
          ],
        }),
    ],
    [
      'scoring.pointsNotRising',
      '/metrics/0/scoring/to',
      (m) => (m['metrics'][0].scoring = { kind: 'rating', from: 5, to: 1 }),
    ],
    [
      'scoring.noTarget',
      '/metrics/0/scoring',
      (m) => {
        delete m['metrics'][0].target;
        m['metrics'][0].scoring = { kind: 'gapToTarget', base: 100, perUnit: 2 };
      },
    ],
    [
      'scoring.againstDirection',
      '/metrics/0/scoring/perUnit',
      (m) => (m['metrics'][0].scoring = { kind: 'gapToTarget', base: 100, perUnit: -2 }),
    ],
    [
      'scoring.againstDirection',
      '/metrics/0/scoring/to/score',
      (m) =>
        (m['metrics'][0].scoring = {
          kind: 'linear',
          from: { value: 0, score: 9 },
          to: { value: 1, score: 8 },
        }),
    ],
    [
      'scoring.pointsNotRising',
      '/metrics/0/scoring/to/value',
      (m) =>
        (m['metrics'][0].scoring = {
          kind: 'linear',
          from: { value: 1, score: 0 },
          to: { value: '1.0', score: 8 },
        }),
    ],
    [
      'scoring.stepsNotRising',
      '/metrics/0/scoring/steps/1/from',
      (m) =>
        (m['metrics'][0].scoring = {
          kind: 'steps',
          below: 0,
          steps: [
            { from: 2, score: 1 },
            { from: 2, score: 3 },
          ],
        }),
    ],
    [
      'scoring.againstDirection',
      '/metrics/0/scoring/steps/0/score',
      (m) => (m['metrics'][0].scoring = { kind: 'steps', below: 5, steps: [{ from: 2, score: 1 }] }),
    ],
    [
      'target.unknownMeasure',
      '/metrics/0/target/measure',
      (m) => (m['metrics'][0].target = { kind: 'measure', measure: 'nothing' }),
    ],
    [
      'target.stageRepeated',
      '/metrics/0/target/stages/1/stage',
      (m) =>
        (m['metrics'][0].target = {
          kind: 'stage',
          stages: [
            { stage: 'a', value: 1 },
            { stage: 'a', value: 2 },
          ],
        }),
    ],
    ['group.unknown', '/metrics/0/group', (m) => (m['metrics'][0].group = 'nowhere')],
    ['group.unknown', '/groups/0/parent', (m) => (m['groups'][0].parent = 'nowhere')],
    ['group.cycle', '/groups/0/parent', (m) => (m['groups'][0].parent = 'all')],
    ['id.repeated', '/metrics/1/id', (m) => (m['metrics'][1].id = 'attainment')],
    ['id.repeated', '/metrics/0/id', (m) => (m['metrics'][0].id = 'nps_figure')],
    ['id.reserved', '/metrics/0/id', (m) => (m['metrics'][0].id = 'composite')],
    ['id.reserved', '/measures/0/id', (m) => (m['measures'][0].id = 'target')],
    ['id.notNormalised', '/measures/0/id', (m) => (m['measures'][0].id = '\uf900')],
    ['number.tooPrecise', '/metrics/0/weight', (m) => (m['metrics'][0].weight = 29.999999999999996)],
    ['schema.pattern', '/metrics/0/id', (m) => (m['metrics'][0].id = '__proto__')],
    ['schema.pattern', '/measures/0/id', (m) => (m['measures'][0].id = '__proto__')],
    ['schema.additionalProperties', '/metrics/0/wieght', (m) => (m['metrics'][0].wieght = 3)],
    ['schema.required', '/metrics/0', (m) => delete m['metrics'][0].weight],
    ['schema.minItems', '/actions/0/conditions/all', (m) => (m['actions'] = [rule({ all: [] })])],
    [
      'schema.minItems',
      '/actions/0/conditions/all/0/any',
      (m) => (m['actions'] = [rule({ all: [{ any: [] }] })]),
    ],
    [
      'schema.type',
      '/actions/0/conditions/all/0/value',
      (m) => (m['actions'] = [rule({ all: [{ fact: 'composite', operator: 'lessThan', value: null }] })]),
    ],
    [
      'schema.minLength',
      '/actions/0/conditions/all/0/value',
      (m) => (m['actions'] = [rule({ all: [{ fact: 'grade', operator: 'equal', value: '' }] })]),
    ],
    [
      'rule.unknownFact',
      '/actions/0/conditions/all/0/fact',
      (m) => (m['actions'] = [rule({ all: [{ fact: 'luck', operator: 'lessThan', value: 1 }] })]),
    ],
    [
      'rule.pathMissing',
      '/actions/0/conditions/not',
      (m) => (m['actions'] = [rule({ not: { fact: 'nps', operator: 'lessThan', value: 1 } })]),
    ],
    [
      'rule.pathUnexpected',
      '/actions/0/conditions/not/path',
      (m) =>
        (m['actions'] = [
          rule({ not: { fact: 'composite', path: 'value', operator: 'lessThan', value: 1 } }),
        ]),
    ],
    [
      'rule.notANumber',
      '/actions/0/conditions/all/0/operator',
      (m) => (m['actions'] = [rule({ all: [{ fact: 'grade', operator: 'lessThan', value: 1 }] })]),
    ],
    [
      'rule.valueType',
      '/actions/0/conditions/all/0/value',
      (m) => (m['actions'] = [rule({ all: [{ fact: 'composite', operator: 'equal', value: '90' }] })]),
    ],
    [
      'rule.valueType',
      '/actions/0/conditions/all/0/value/1',
      (m) => (m['actions'] = [rule({ all: [{ fact: 'grade', operator: 'in', value: ['good', 3] }] })]),
    ],
    [
      'grade.unknown',
      '/actions/0/conditions/all/0/value/0',
      (m) => (m['actions'] = [rule({ all: [{ fact: 'grade', operator: 'in', value: ['godo'] }] })]),
    ],
    [
      'schema.not',
      '/actions/0/event/type',
      (m) =>
        (m['actions'] = [
          {
            ...rule({ all: [{ fact: 'composite', operator: 'lessThan', value: 1 }] }),
            event: { type: 'success' },
          },
        ]),
    ],
  ])('%s at %s', (code, pointer, change) => {
    expect(checked(change)).toContainEqual(expect.objectContaining({ code, pointer, severity: 'error' }));
  });

  it('gives the figure that a hole leaves without a grade', () => {
    const [issue] = checked((model) => (model['bands'][1].to = 89));
    expect(issue!.params).toEqual({ example: '89.00' });
  });

  it('says where in the formula it stops making sense', () => {
    const [issue] = checked((model) => (model['metrics'][0].formula = 'attainment_figure + * 2'));
    expect(issue!.params).toEqual({ at: 20, found: '*' });
  });

  it('names such as constructor and toString are harmless', () => {
    expect(
      checked((model) => {
        model['measures'][0].id = 'constructor';
        model['metrics'][0].id = 'toString';
        model['metrics'][0].formula = 'constructor';
      }),
    ).toEqual([]);
  });
});

describe('a document that is no model', () => {
  const nested = (depth: number): unknown => {
    let value: unknown = 1;
    for (let level = 0; level < depth; level += 1) value = [value];
    return value;
  };
  it.each<[string, unknown]>([
    ['schema.type', null],
    ['schema.type', 'text'],
    ['document.notJson', undefined],
    ['document.notJson', Number.NaN],
    ['document.notJson', new Date(0)],
    ['document.notJson', { now: () => 1 }],
    ['document.notUnicode', { key: '\ud800' }],
    ['document.notUnicode', { '\udfff': 1 }],
    ['document.tooDeep', nested(100_000)],
    ['document.tooLarge', Array.from({ length: 30_000 }, () => 1)],
    ['document.tooLarge', 'x'.repeat(100_000)],
  ])('is refused with %s', (code, document) => {
    expect(check(document)[0]).toMatchObject({ code, severity: 'error', pointer: expect.any(String) });
  });

  it('with a key __proto__ is refused at it', () => {
    const document = JSON.parse('{"__proto__": {"format": "meritscale/model/1"}}') as unknown;
    expect(check(document)).toContainEqual(
      expect.objectContaining({ code: 'schema.additionalProperties', pointer: '/__proto__' }),
    );
  });

  it('that contains itself is refused', () => {
    const loop: Loose = {};
    loop['self'] = loop;
    expect(check(loop)[0]!.code).toBe('document.tooDeep');
  });
});
