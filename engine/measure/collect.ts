import type {
  Column as DatasetColumn,
  DataRecord,
  Dataset,
  Measure,
  MissingReason,
  Period,
} from '../../schemas/index.ts';
import { recordFilter, type RecordFilter } from '../condition/record-filter.ts';
import { parseDecimal } from '../number/decimal.ts';
import type { Value } from '../program/operations.ts';
import { numberColumn, type NumberColumn } from '../table.ts';
import { windowOf, type Days } from '../period/period.ts';
import { accumulatorOf, type Accumulator, type Measured } from './accumulator.ts';

type Aggregate = Exclude<Measure['aggregate'], { kind: 'given' }>;
type AggregatedMeasure = Measure & { aggregate: Aggregate };
type Columns = ReadonlyMap<string, DatasetColumn>;
type CellReader = (column: string) => Value;

/** Takes the records of one dataset, each once and in any order, and gives the columns of its measures. */
export interface Collector {
  take(record: DataRecord): void;
  /** The measure's figures for these subjects, by measure id. */
  columns(subjects: readonly string[]): Map<string, NumberColumn>;
  /** How many records fell in the period for at least one measure. */
  readonly matched: number;
}

/** Measures that a dataset's records are aggregated for. */
export function measuresOf(dataset: Dataset, measures: readonly Measure[]): AggregatedMeasure[] {
  return measures.filter(
    (measure): measure is AggregatedMeasure =>
      measure.aggregate.kind !== 'given' && measure.aggregate.dataset === dataset.id,
  );
}

/** Whether a record is one that a checked measure of its dataset is made from, for whomever it is about. */
export function matcherOf(
  dataset: Dataset,
  { aggregate, window }: AggregatedMeasure,
  period: Period,
): (record: DataRecord) => boolean {
  const columns = columnsById(dataset);
  const matches = matcher(aggregate, columns, windowOf(period, window));
  return (record) => matches(record, cellReader(columns, record));
}

/** A collector for checked measures of one dataset over one period. */
export function collect(dataset: Dataset, measures: readonly AggregatedMeasure[], period: Period): Collector {
  const columns = columnsById(dataset);
  const gatherers = measures.map((measure) => gatherer(measure, columns, period));
  let matched = 0;
  return {
    take(record) {
      const cell = cellReader(columns, record);
      let used = false;
      for (const gather of gatherers) used = gather.take(record, cell) || used;
      if (used) matched += 1;
    },
    columns: (subjects) => new Map(gatherers.map((gather) => [gather.id, gather.column(subjects)])),
    get matched() {
      return matched;
    },
  };
}

/** Whether a record lies in the period, names a subject, and fits the measure's filter. */
function matcher({ where, date, subject }: Aggregate, columns: Columns, days: Days) {
  const fits = recordFilter(where, columns);
  const isInstant = columns.get(date)?.type === 'instant';
  const start = isInstant ? days.startInstant : days.start;
  const end = isInstant ? days.endInstant : days.end;
  return ({ values }: DataRecord, cell: CellReader): boolean => {
    const day = values[date] ?? null;
    return (values[subject] ?? null) !== null && day !== null && day >= start && day < end && fits(cell);
  };
}

function gatherer(
  { id, aggregate, window, smallest = 1 }: AggregatedMeasure,
  columns: Columns,
  period: Period,
) {
  const bySubject = new Map<string, Accumulator>();
  const matches = matcher(aggregate, columns, windowOf(period, window));
  const counts: RecordFilter | undefined =
    aggregate.kind === 'share' ? recordFilter(aggregate.of, columns) : undefined;
  const none = accumulatorOf(aggregate, smallest).figure();

  return {
    id,
    /** Whether the record lies in the period, for a subject, and matches. */
    take(record: DataRecord, cell: CellReader): boolean {
      if (!matches(record, cell)) return false;
      const subject = record.values[aggregate.subject]!;
      let accumulator = bySubject.get(subject);
      if (accumulator === undefined)
        bySubject.set(subject, (accumulator = accumulatorOf(aggregate, smallest)));
      accumulator.take(
        counts === undefined ? ('column' in aggregate ? cell(aggregate.column) : null) : counts(cell),
      );
      return true;
    },
    column(subjects: readonly string[]): NumberColumn {
      const reasons = new Map<number, MissingReason>();
      const figures = subjects.map((subject, row) => {
        const measured: Measured = bySubject.get(subject)?.figure() ?? none;
        if (!('missing' in measured)) return measured;
        reasons.set(row, measured.missing);
        return null;
      });
      return numberColumn(figures, reasons);
    },
  };
}

function columnsById({ columns }: Dataset): Columns {
  return new Map(columns.map((column) => [column.id, column]));
}

function cellReader(columns: Columns, { values }: DataRecord): CellReader {
  return (column) => valueOf(columns.get(column), values[column] ?? null);
}

function valueOf(column: DatasetColumn | undefined, cell: string | null): Value {
  if (cell === null) return null;
  return column?.type === 'decimal' || column?.type === 'integer' ? (parseDecimal(cell) ?? null) : cell;
}
