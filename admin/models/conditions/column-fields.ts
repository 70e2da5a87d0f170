import { fill, textsOf, type Language } from '../../../locales/index.ts';
import type { Column, Conditions } from '../../../schemas/index.ts';
import { conditionSentence } from '../sentences.ts';
import { ofNumbers, ofTexts, type ConditionField } from './fields.ts';
import { texts } from './texts.ts';

const ofDays = [
  'greaterThanInclusive',
  'greaterThan',
  'lessThanInclusive',
  'lessThan',
  'equal',
  'notEqual',
  'isMissing',
] as const;
const ofLists = ['contains', 'doesNotContain', 'isMissing'] as const;

/** The columns that a filter of records may ask, by the names that people know them by. */
export function columnFields(columns: readonly Column[], language: Language): ConditionField[] {
  const t = texts[language];
  return columns.map((column): ConditionField => {
    const operators = operatorsOf(column).map((name) => ({ name, label: t[name] }));
    const field = { name: column.id, label: column.name[language], operators };
    if (column.type === 'decimal' || column.type === 'integer') return { ...field, kind: 'number' };
    if (column.type === 'date') return { ...field, kind: 'day' };
    if (column.type !== 'choice') return { ...field, kind: 'text' };
    const choices = column.choices.map(({ value, name }) => ({ id: value, name: name?.[language] ?? value }));
    return { ...field, kind: 'text', choices };
  });
}

function operatorsOf(column: Column): readonly (keyof (typeof texts)['en'])[] {
  if (column.type === 'decimal' || column.type === 'integer') return ofNumbers;
  if (column.type === 'date') return ofDays;
  return column.type === 'text' && column.separator !== undefined ? ofLists : ofTexts;
}

/** A filter of records as a sentence. */
export function columnSentence(columns: readonly Column[], node: Conditions, language: Language): string {
  const columnOf = (id: string) => columns.find((column) => column.id === id);
  return conditionSentence(node, language, {
    fact: ({ fact }) => columnOf(fact)?.name[language] ?? fact,
    value({ fact }, item) {
      const column = columnOf(fact);
      const choice =
        column?.type === 'choice' ? column.choices.find(({ value }) => value === item) : undefined;
      return choice?.name?.[language] ?? item;
    },
    named: ({ condition }) => fill(textsOf(language).words.quoted, { text: condition }),
  });
}
