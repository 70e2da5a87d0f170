import { allFacts, givenFacts, measuredFacts, type Facts } from '../../../engine/check/facts.ts';
import { fill, type Language } from '../../../locales/index.ts';
import type { Model } from '../../../schemas/index.ts';
import { fieldOf, referenceField, referenceOperator } from './query.ts';
import { texts } from './texts.ts';

/** What a rule of a kind may ask: all there is in the end, what is known before the composite, or of records alone. */
export type Reach = 'all' | 'measured' | 'given';

/** A fact to choose, with the ways to compare it. */
export interface ConditionField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'number' | 'text' | 'day' | 'reference';
  /** Of a text, what it can be; undefined: anything. */
  readonly choices?: readonly { readonly id: string; readonly name: string }[];
  readonly operators: readonly { readonly name: string; readonly label: string }[];
}

export const ofNumbers = [
  'greaterThanInclusive',
  'greaterThan',
  'lessThanInclusive',
  'lessThan',
  'between',
  'equal',
  'notEqual',
  'isMissing',
] as const;
export const ofTexts = ['equal', 'notEqual', 'in', 'notIn', 'isMissing'] as const;
const reaches: Readonly<Record<Reach, (model: Model) => Facts>> = {
  all: allFacts,
  measured: measuredFacts,
  given: givenFacts,
};

/** The facts that conditions of a model may ask, by the names that people know them by. */
export function conditionFields(
  model: Model,
  reach: Reach,
  language: Language,
  stages: readonly { readonly id: string; readonly name: string }[],
): ConditionField[] {
  const t = texts[language];
  const operators = (names: readonly (keyof typeof t)[]) => names.map((name) => ({ name, label: t[name] }));
  const fields: ConditionField[] = [];
  for (const [fact, kind] of reaches[reach](model)) {
    const metric = model.metrics.find(({ id }) => id === fact);
    const measure = model.measures.find(({ id }) => id === fact);
    const name = (metric ?? measure)?.name[language] ?? t[fact as 'grade'] ?? fact;
    if (kind === 'name') {
      const choices =
        fact === 'grade'
          ? model.grades.map((grade) => ({ id: grade.id, name: grade.name[language] }))
          : fact === 'stage'
            ? stages
            : undefined;
      fields.push({
        name: fact,
        label: name,
        kind: 'text',
        ...(choices && { choices }),
        operators: operators(ofTexts),
      });
    } else if (kind === 'metric' || kind === 'levelledMetric') {
      const paths =
        kind === 'metric' ? (['value', 'score'] as const) : (['value', 'score', 'level'] as const);
      const labels = { value: t.fieldValue, score: t.fieldScore, level: t.fieldLevel };
      for (const path of paths)
        fields.push({
          name: fieldOf({ fact, path }),
          label: fill(labels[path], { name }),
          kind: 'number',
          operators: operators(ofNumbers),
        });
    } else {
      fields.push({ name: fact, label: name, kind: 'number', operators: operators(ofNumbers) });
    }
  }
  const named = (model.conditions ?? []).map(({ id, name }) => ({ id, name: name[language] }));
  if (named.length > 0)
    fields.push({
      name: referenceField,
      label: t.named,
      kind: 'reference',
      choices: named,
      operators: [{ name: referenceOperator, label: t.equal }],
    });
  return fields;
}

/** The value that a comparison begins with. */
export function firstValue(field: ConditionField | undefined, operator: string): unknown {
  if (operator === 'isMissing') return true;
  if (field?.kind === 'day') return operator === 'between' ? ['2026-01-01', '2026-12-31'] : '2026-01-01';
  if (field?.kind === 'number') return operator === 'between' ? [0, 100] : 60;
  const first = field?.choices?.[0]?.id ?? '…';
  return operator === 'in' || operator === 'notIn' ? [first] : first;
}
