import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conditionFields, firstValue } from '../../../admin/models/conditions/fields.ts';
import { conditionsOf, queryOf } from '../../../admin/models/conditions/query.ts';
import {
  copied,
  itemsOf,
  newRule,
  reachOf,
  ruleKinds,
  withItems,
} from '../../../admin/models/rules/rule-kinds.ts';
import { check } from '../../../engine/index.ts';
import type { Conditions, Model } from '../../../schemas/index.ts';
import { starterModels } from '../../support/starter-models.ts';

const root = join(import.meta.dirname, '../../..');
const schema = JSON.parse(readFileSync(join(root, 'schemas/model.schema.json'), 'utf8')) as {
  readonly properties: Readonly<Record<string, { readonly items?: { readonly $ref?: string } }>>;
  readonly $defs: Readonly<Record<string, { readonly properties?: Readonly<Record<string, unknown>> }>>;
};
const models = starterModels();
const name = { zh: '新', en: 'New' };
const errorsOf = (model: Model) => check(model).filter(({ severity }) => severity === 'error');

describe('rules by form', () => {
  it('are of every kind that the schema has a list for', () => {
    const kinds = Object.entries(schema.properties).flatMap(([list, { items }]) => {
      const def = items?.$ref?.replace('#/$defs/', '');
      const properties = def === undefined ? undefined : schema.$defs[def]?.properties;
      return properties !== undefined && ('conditions' in properties || list === 'conflicts') ? [list] : [];
    });
    expect(kinds.length).toBeGreaterThan(5);
    expect(new Set(ruleKinds)).toEqual(new Set(kinds));
  });

  it.each(ruleKinds)('%s can be made, copied, moved and removed, and check allows it', (kind) => {
    for (const model of models) {
      const types = new Set((model.actions ?? []).map(({ event }) => event.type));
      if (kind === 'conflicts' && types.size < 2) continue;
      const item = newRule(model, kind, name);
      const made = withItems(model, kind, [...itemsOf(model, kind), item]);
      expect(errorsOf(made)).toEqual(errorsOf(model));
      const more = withItems(made, kind, [...itemsOf(made, kind), copied(made, kind, item)]);
      expect(errorsOf(more)).toEqual(errorsOf(model));
      expect(new Set(itemsOf(more, kind).map(({ id }) => id)).size).toBe(itemsOf(more, kind).length);
      expect(withItems(made, kind, itemsOf(model, kind))).toEqual(model);
    }
  });

  it.each(ruleKinds)('%s compare every fact that they may ask in every way, and check allows it', (kind) => {
    const model = models[0]!;
    let compared = 0;
    for (const field of conditionFields(model, reachOf[kind], 'en', [{ id: model.stage, name: 'Stage' }])) {
      for (const { name: operator } of field.operators) {
        const query = {
          combinator: 'and',
          rules: [{ field: field.name, operator, value: firstValue(field, operator) }],
        };
        const item = newRule(model, kind, name);
        if (!('conditions' in item)) continue;
        const changed = { ...item, conditions: conditionsOf(query) };
        expect([field.name, operator, errorsOf(withItems(model, kind, [changed]))]).toEqual([
          field.name,
          operator,
          [],
        ]);
        compared += 1;
      }
    }
    expect(compared > 20 || kind === 'conflicts').toBe(true);
  });

  it('opened and taken over without a change are the same to the byte', () => {
    let opened = 0;
    for (const model of models) {
      for (const kind of ruleKinds) {
        for (const item of itemsOf(model, kind)) {
          if (!('conditions' in item) || item.conditions === undefined) continue;
          const same: Conditions = conditionsOf(queryOf(item.conditions));
          expect(JSON.stringify(same)).toBe(JSON.stringify(item.conditions));
          opened += 1;
        }
      }
    }
    expect(opened).toBeGreaterThan(20);
  });
});
