import type {
  Column,
  Comparison,
  ComputedColumn,
  Conditions,
  Dataset,
  Issue,
  Model,
  RelatedAggregate,
} from '../../schemas/index.ts';
import { isOfRecords, type RecordMeasure } from '../measure/kinds.ts';
import { checkValue, comparisonsOf, valueItems, type FactKind } from './conditions.ts';
import { readOperator } from '../condition/operator.ts';
import { errorAt } from './issues.ts';

type ColumnType = Column['type'];

const numeric: readonly ColumnType[] = ['decimal', 'integer'];
const days: readonly ColumnType[] = ['date', 'instant'];

type Columns = ReadonlyMap<string, Column>;
/** Whether a dataset has a column at a property of the model, of one of the types. */
type ColumnCheck = (property: string, id: string, wanted?: readonly ColumnType[]) => Issue[];

/** What in a checked model does not fit the datasets: unknown ones, columns of the wrong type, odd filters. */
export function checkAgainstDatasets(model: Model, datasets: readonly Dataset[]): Issue[] {
  const byId = new Map(datasets.map((dataset) => [dataset.id, dataset]));
  const within = (id: string, pointer: string, check: (dataset: Dataset) => Issue[]) => {
    const dataset = byId.get(id);
    return dataset === undefined
      ? [errorAt('measure.unknownDataset', `${pointer}/dataset`, { dataset: id })]
      : check(dataset);
  };
  const { subjects } = model;
  return [
    ...(subjects === undefined
      ? []
      : within(subjects.dataset, '/subjects', (dataset) => [
          ...columnCheck(dataset, '/subjects')('column', subjects.column, typesOf(model.subject)),
          ...checkFilter(subjects.where, columnsById(dataset), '/subjects/where'),
        ])),
    ...model.measures.flatMap((measure, index) => {
      const pointer = `/measures/${index}/aggregate`;
      const { aggregate } = measure;
      if (aggregate.kind === 'related') {
        return within(aggregate.dataset, pointer, (dataset) =>
          checkRelated(model, aggregate, dataset, pointer),
        );
      }
      if (!isOfRecords(measure)) return [];
      const types = typesOf(measure.about ?? model.subject);
      return within(measure.aggregate.dataset, pointer, (dataset) =>
        checkAggregate(measure, types, dataset, `/measures/${index}`),
      );
    }),
    ...checkReasons(model, byId),
  ];
}

/** Adjustments name columns of their measure's dataset. */
function checkReasons({ adjustments, measures }: Model, byId: ReadonlyMap<string, Dataset>): Issue[] {
  const aggregate = measures.find(({ id }) => id === adjustments?.measure)?.aggregate;
  const dataset = aggregate?.kind === 'sum' ? byId.get(aggregate.dataset) : undefined;
  if (adjustments === undefined || dataset === undefined) return [];
  return (['reason', 'by'] as const).flatMap((property) => {
    const column = adjustments[property];
    return dataset.columns.some(({ id }) => id === column)
      ? []
      : [errorAt('measure.unknownColumn', `/adjustments/${property}`, { dataset: dataset.id, column })];
  });
}

/** The types of columns that can name subjects of a kind. */
function typesOf(subject: string): readonly ColumnType[] {
  if (subject === 'person') return ['person'];
  return subject === 'team' ? ['text', 'choice'] : ['text', 'choice', 'person'];
}

function checkRelated(
  model: Model,
  { from, to, date, measure }: RelatedAggregate,
  dataset: Dataset,
  pointer: string,
): Issue[] {
  const column = columnCheck(dataset, pointer);
  const about = model.measures.find(({ id }) => id === measure)?.about;
  return [
    ...column('from', from, typesOf(model.subject)),
    ...column('to', to, typesOf(about ?? model.subject)),
    ...(date === undefined ? [] : column('date', date, days)),
  ];
}

function checkAggregate(
  { aggregate, computed = [] }: RecordMeasure,
  subjects: readonly ColumnType[],
  dataset: Dataset,
  at: string,
): Issue[] {
  const pointer = `${at}/aggregate`;
  const own = columnCheck(dataset, pointer);
  const withComputed = columnsById(dataset, computed);
  const column = columnCheck(dataset, pointer, withComputed);
  return [
    ...own('subject', aggregate.subject, subjects),
    ...own('date', aggregate.date, days),
    ...('column' in aggregate
      ? column('column', aggregate.column, aggregate.kind === 'distinctCount' ? undefined : numeric)
      : []),
    ...(aggregate.kind === 'raters' ? own('group', aggregate.group, ['text', 'choice']) : []),
    ...checkFilter(aggregate.where, withComputed, `${pointer}/where`),
    ...('of' in aggregate ? checkFilter(aggregate.of, withComputed, `${pointer}/of`) : []),
    ...computed.flatMap((item, index) => checkComputed(item, dataset, `${at}/computed/${index}`)),
  ];
}

/** Days are counted between dates, also hours and minutes between instants; never from the one to the other. */
function checkComputed({ id, from, to, unit }: ComputedColumn, dataset: Dataset, pointer: string): Issue[] {
  const column = columnCheck(dataset, pointer);
  const columns = columnsById(dataset);
  const wanted: readonly ColumnType[] =
    unit === 'workingDays' ? ['date'] : unit === 'days' ? days : ['instant'];
  const type = columns.get(from)?.type;
  return [
    ...(columns.has(id) ? [errorAt('id.repeated', `${pointer}/id`, { id })] : []),
    ...column('from', from, wanted),
    ...(to === undefined
      ? []
      : column('to', to, type !== undefined && wanted.includes(type) ? [type] : wanted)),
  ];
}

function columnsById({ columns }: Dataset, computed: readonly ComputedColumn[] = []): Columns {
  return new Map<string, Column>([
    ...columns.map((item) => [item.id, item] as const),
    ...computed.map(({ id }): [string, Column] => [
      id,
      { id, name: { zh: id, en: id }, type: 'decimal', places: 0, required: false },
    ]),
  ]);
}

function columnCheck(dataset: Dataset, pointer: string, columns = columnsById(dataset)): ColumnCheck {
  return (property, id, wanted) => {
    const type = columns.get(id)?.type;
    const at = `${pointer}/${property}`;
    if (type === undefined)
      return [errorAt('measure.unknownColumn', at, { dataset: dataset.id, column: id })];
    if (wanted === undefined || wanted.includes(type)) return [];
    return [errorAt('measure.columnType', at, { column: id, type, wanted: wanted.join(', ') })];
  };
}

function checkFilter(conditions: Conditions | undefined, columns: Columns, pointer: string): Issue[] {
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
