import { comparisonSentence, fill, textsOf, type Language } from '../../locales/index.ts';
import type { RecordAggregate } from '../../engine/measure/kinds.ts';
import type { Comparison, Condition, SourceColumn } from '../../schemas/index.ts';
import { texts } from './texts.ts';

/** How a figure is made from its records, in the words of the dataset's columns. */
export function measureText(
  aggregate: RecordAggregate,
  columns: readonly SourceColumn[],
  language: Language,
): string {
  const t = texts[language];
  const condition = (node: Condition) => conditionOf(node, columns, language);
  const column = 'column' in aggregate ? columnName(columns, aggregate.column, language) : '';
  const of = aggregate.kind === 'share' ? condition(aggregate.of) : '';
  return [
    fill(aggregate.kind === 'raters' ? t.how_mean : t[`how_${aggregate.kind}`], { column, of }),
    ...(aggregate.where === undefined ? [] : [fill(t.howWhere, { conditions: condition(aggregate.where) })]),
    fill(t.howDate, { date: columnName(columns, aggregate.date, language) }),
  ].join(t.semicolon);
}

function conditionOf(node: Condition, columns: readonly SourceColumn[], language: Language): string {
  const { words } = textsOf(language);
  const list = (parts: readonly Condition[], joint: string) =>
    parts
      .map((part) => {
        const text = conditionOf(part, columns, language);
        return 'all' in part || 'any' in part ? `(${text})` : text;
      })
      .join(joint);
  if ('all' in node) return list(node.all, words.and);
  if ('any' in node) return list(node.any, words.or);
  if ('not' in node) return fill(words.not, { condition: conditionOf(node.not, columns, language) });
  // The check refuses references in filters.
  if ('condition' in node) return node.condition;
  return comparisonOf(node, columns, language);
}

function comparisonOf(comparison: Comparison, columns: readonly SourceColumn[], language: Language): string {
  const column = columns.find(({ id }) => id === comparison.fact);
  const { words } = textsOf(language);
  return comparisonSentence(words, comparison, columnName(columns, comparison.fact, language), (item) =>
    cellText(column, item, language),
  );
}

function columnName(columns: readonly SourceColumn[], id: string, language: Language): string {
  return columns.find((column) => column.id === id)?.name[language] ?? id;
}

/** What a value of a column is called: a choice has a name, yes and no are words. */
export function cellText(column: SourceColumn | undefined, value: string, language: Language): string {
  const choice = column?.choices?.find((one) => one.value === value);
  if (choice !== undefined) return choice.name[language];
  const t = texts[language];
  if (value === 'true') return t.yes;
  return value === 'false' ? t.no : value;
}
