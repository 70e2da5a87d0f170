import { describe, expect, it } from 'vitest';
import { check, compile, evaluate } from '../../../engine/index.ts';
import type { Model } from '../../../schemas/index.ts';
import { tableFor } from '../../support/evaluate-rows.ts';
import { g3Model } from '../../support/models.ts';

/** The model with one of its measures and its first metric under other names, wherever they are spoken of. */
function renamed(measure: string, metric: string): Model {
  const model = g3Model();
  const [firstMeasure, firstMetric] = [model.measures[0]!.id, model.metrics[0]!.id];
  const text = JSON.stringify(model)
    .replaceAll(new RegExp(`\\b${firstMeasure}\\b`, 'g'), measure)
    .replaceAll(`"${firstMetric}"`, `"${metric}"`);
  return JSON.parse(text) as Model;
}

describe('names that objects have from birth', () => {
  it.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'])(
    '%s is a metric, a measure, a fact like any other',
    (name) => {
      for (const model of [renamed(name, 'metric_a'), renamed('measure_a', name)]) {
        const condition = {
          fact: model.metrics[0]!.id,
          path: 'value',
          operator: 'greaterThan',
          value: 1,
        } as const;
        model.actions = [
          {
            id: name,
            name: { zh: '规则', en: 'Rule' },
            conditions: { all: [condition] },
            event: { type: 'talk' },
          },
        ];
        expect(check(model)).toEqual([]);
        const program = compile(model);
        const figures = Object.fromEntries(program.inputs.map((input) => [input.name, '90']));
        const [there, absent] = evaluate(program, tableFor(program, [figures, {}]));
        expect(there!.metrics[model.metrics[0]!.id]?.value).toMatch(/^90(?:\.0+)?$/);
        expect(there!.actions.map(({ rule }) => rule)).toEqual([name]);
        expect(absent!.actions).toEqual([]);
      }
    },
  );

  it.each(['__proto__', 'constructor', 'toString'])(
    '%s is an unknown fact where nothing is called so',
    (fact) => {
      const model = {
        ...g3Model(),
        actions: [
          {
            id: 'rule',
            name: { zh: '规则', en: 'Rule' },
            conditions: { all: [{ fact, operator: 'equal', value: 1 }] },
            event: { type: 'talk' },
          },
        ],
      };
      const [issue] = check(model);
      expect(issue).toMatchObject({ severity: 'error', pointer: '/actions/0/conditions/all/0/fact' });
    },
  );
});
