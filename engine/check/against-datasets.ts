import type { Column, Comparison, Conditions, Dataset, Issue, Measure, Model } from '../../schemas/index.ts';
import { checkValue, comparisonsOf, valueItems, type FactKind } from './conditions.ts';
import { readOperator } from '../condition/operator.ts';
import { errorAt } from './issues.ts';

type ColumnType = Column['type'];

const numeric: readonly ColumnType[] = ['decimal', 'integer'];
const days: readonly ColumnType[] = ['date', 'instant'];

/** What in a checked model's measures does not fit the datasets: unknown ones, columns of the wrong type, odd filters. */
export function checkAgainstDatasets(model: Model, datasets: readonly Dataset[]): Issue[] {
  const byId = new Map(datasets.map((dataset) => [dataset.id, dataset]));
  return model.measures.flatMap(({ aggregate }, index) => {
    if (aggregate.kind === 'given') return [];
    const pointer = `/measures/${index}/aggregate`;
    const dataset = byId.get(aggregate.dataset);
    return dataset === undefined
      ? [errorAt('measure.unknownDataset', `${pointer}/dataset`, { dataset: aggregate.dataset })]
      : checkAggregate(aggregate, dataset, pointer);
  });
}

function checkAggregate(
  aggregate: Exclude<Measure['aggregate'], { kind: 'given' }>,
  dataset: Dataset,
  pointer: string,
): Issue[] {
  const columns = new Map(dataset.columns.map((item) => [item.id, item]));
  const column = (property: string, id: string, wanted?: readonly ColumnType[]): Issue[] => {
    const type = columns.get(id)?.type;
    const at = `${pointer}/${property}`;
    if (type === undefined)
      return [errorAt('measure.unknownColumn', at, { dataset: dataset.id, column: id })];
    if (wanted === undefined || wanted.includes(type)) return [];
    return [errorAt('measure.columnType', at, { column: id, type, wanted: wanted.join(', ') })];
  };
  return [
    ...column('subject', aggregate.subject, ['person']),
    ...column('date', aggregate.date, days),
    ...('column' in aggregate
      ? column('column', aggregate.column, aggregate.kind === 'distinctCount' ? undefined : numeric)
      : []),
    ...checkFilter(aggregate.where, columns, `${pointer}/where`),
    ...('of' in aggregate ? checkFilter(aggregate.of, columns, `${pointer}/of`) : []),
  ];
}

function checkFilter(
  conditions: Conditions | undefined,
  columns: ReadonlyMap<string, Column>,
  pointer: string,
): Issue[] {
  if (conditions === undefined) return [];
  return comparisonsOf(conditions, pointer).flatMap(({ comparison, pointer: at }) => {
    const column = columns.get(comparison.fact);
    if (column === undefined) return [errorAt('rule.unknownFact', `${at}/fact`, { fact: comparison.fact })];
    if (comparison.path !== undefined) {
      return [errorAt('rule.pathUnexpected', `${at}/path`, { fact: comparison.fact })];
    }
    return [...checkValue(comparison, kindOf(column), at), ...unknownChoices(comparison, column, at)];
  });
}

function kindOf(column: Column): FactKind {
  if (numeric.includes(column.type)) return 'number';
  if (column.type === 'date') return 'date';
  return column.type === 'text' && column.separator !== undefined ? 'list' : 'text';
}

/** A misspelt choice would match nothing, and nobody would see it. */
function unknownChoices({ operator, value }: Comparison, column: Column, pointer: string): Issue[] {
  const { base } = readOperator(operator);
  if (column.type !== 'choice' || base === 'isMissing' || base === 'startsWith') return [];
  const choices = new Set<unknown>(column.choices.map((choice) => choice.value));
  return valueItems(value, pointer).flatMap(({ item, at }) =>
    choices.has(item) ? [] : [errorAt('rule.unknownChoice', at, { column: column.id, value: item })],
  );
}
