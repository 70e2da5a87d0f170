import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { columnFields, columnSentence } from '../../../../admin/models/conditions/column-fields.ts';
import { conditionFields, type ConditionField } from '../../../../admin/models/conditions/fields.ts';
import { conditionsOf, queryOf, referenceField } from '../../../../admin/models/conditions/query.ts';
import { ruleText } from '../../../../admin/models/sentences.ts';
import type { Language } from '../../../../locales/index.ts';
import type { Company, Condition, Conditions, Dataset, Model } from '../../../../schemas/index.ts';
import { meaningOf, parseSentence, type Said } from '../../../support/parse-sentence.ts';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../rules/${path}`, import.meta.url), 'utf8'));
const model: Model = {
  ...(read('starter/models/mature.model.json') as Model),
  conditions: [
    {
      id: 'steady',
      name: { zh: '稳定', en: 'Steady' },
      conditions: { all: [{ fact: 'composite', operator: 'greaterThan', value: 1 }] },
    },
    {
      id: 'new_here',
      name: { zh: '新人 且 在岗', en: 'New and here' },
      conditions: { all: [{ fact: 'composite', operator: 'greaterThan', value: 2 }] },
    },
  ],
};
const { stages } = read('starter/company.json') as Company;
const dataset = read('starter/datasets/deals.dataset.json') as Dataset;

/** What the builder offers, of every kind. */
function arbitraryOf(fields: readonly ConditionField[]): fc.Arbitrary<Conditions> {
  const number = fc.oneof(
    fc.integer({ min: -1000, max: 1000 }),
    fc.integer({ min: -99_999, max: 99_999 }).map((units) => units / 100),
  );
  const comparison = fc
    .constantFrom(
      ...fields.flatMap((field) => field.operators.map(({ name }) => ({ field, operator: name }))),
    )
    .chain(({ field, operator }): fc.Arbitrary<Condition> => {
      if (field.name === referenceField) {
        return fc.constantFrom(...field.choices!).map(({ id }) => ({ condition: id }));
      }
      const [fact = '', path] = field.name.split('.');
      const text =
        field.choices === undefined
          ? fc.constantFrom('上海', '北区 2', 'East', 'D-17')
          : fc.constantFrom(...field.choices.map(({ id }) => id));
      const day = fc.constantFrom('2026-01-01', '2025-12-31');
      const one = field.kind === 'number' ? number : field.kind === 'day' ? day : text;
      const value =
        operator === 'isMissing'
          ? fc.boolean()
          : operator === 'between'
            ? fc.tuple(one, one)
            : operator === 'in' || operator === 'notIn'
              ? fc.array(one as fc.Arbitrary<string>, { minLength: 1, maxLength: 3 })
              : one;
      return value.map((chosen) => ({ fact, ...(path && { path }), operator, value: chosen }) as Condition);
    });
  const { node } = fc.letrec<{ node: Condition; group: Conditions }>((tie) => ({
    node: fc.oneof({ maxDepth: 3, withCrossShrink: true }, comparison, tie('group')),
    group: fc.oneof(
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('node').map((not) => ({ not })),
    ),
  }));
  return node.map((one) => ('fact' in one ? { all: [one] } : one));
}

/** What a sentence may name: as the model or the dataset calls it, not as the builder does. */
function saidOf(fields: readonly ConditionField[], sentence: (node: Conditions) => string): Said[] {
  return fields.flatMap((field) => {
    if (field.name === referenceField) return [];
    const [fact = '', path] = field.name.split('.');
    const probe = { fact, ...(path && { path }), operator: 'lessThan', value: 7 };
    const name = sentence({ all: [probe] } as Conditions).split(' < ')[0]!;
    return [
      {
        name,
        fact,
        ...(path && { path: path as 'value' }),
        values: new Map(field.choices?.map((choice) => [choice.name, choice.id])),
      },
    ];
  });
}

const operators = (fields: readonly ConditionField[]) => [
  ...new Set(fields.flatMap((field) => field.operators.map(({ name }) => name))),
];

describe.each(['zh', 'en'] as const)('the sentence of a condition (%s)', (language: Language) => {
  const places = stages.map(({ id, name }) => ({ id, name: name[language] }));
  const named = new Map(model.conditions!.map(({ id, name }) => [id, name[language]]));
  const cases = [
    {
      of: 'a rule',
      fields: conditionFields(model, 'all', language, places),
      sentence: (node: Conditions) => ruleText(model, node, language),
    },
    {
      of: 'a filter of records',
      fields: columnFields(dataset.columns, language),
      sentence: (node: Conditions) => columnSentence(dataset.columns, node, language),
    },
  ];

  it.each(cases)('of $of parses back to the same rule', ({ fields, sentence }) => {
    const facts = saidOf(fields, sentence);
    expect(new Set(facts.map(({ name }) => name)).size).toBe(facts.length);
    fc.assert(
      fc.property(arbitraryOf(fields), (node) => {
        const meant = parseSentence(sentence(node), language, facts, operators(fields), named);
        expect(meant).toEqual(meaningOf(node));
      }),
      { numRuns: 1000 },
    );
  });

  it.each(cases)('of $of is that of what the builder makes of it', ({ fields, sentence }) => {
    fc.assert(
      fc.property(arbitraryOf(fields), (node) => {
        expect(sentence(conditionsOf(queryOf(node)))).toBe(sentence(node));
      }),
      { numRuns: 300 },
    );
  });
});
