import type { DataRecord, Dataset, Measure, MissingReason, Period } from '../../schemas/index.ts';
import { recordFilter, type RecordFilter } from '../condition/record-filter.ts';
import { numberColumn, type NumberColumn } from '../table.ts';
import { windowOf, type Days } from '../period/period.ts';
import { accumulatorOf } from './accumulator.ts';
import { cellReader, columnsById, computedOf, type CellReader, type Columns } from './cells.ts';
import { isOfRecords, type RecordMeasure } from './kinds.ts';
import { isMissing, type Accumulator, type Measured } from './measured.ts';

/** Takes the records of one dataset, each once and in any order, and gives the columns of its measures. */
export interface Collector {
  /** Whether the record fell in the period for a measure. */
  take(record: DataRecord): boolean;
  /** The measure's figures for these subjects, by measure id. */
  columns(subjects: readonly string[]): Map<string, NumberColumn>;
  /** One figure of one of the measures. */
  figure(measure: string, subject: string): Measured;
  /** How many records fell in the period for at least one measure. */
  readonly matched: number;
}

/** Measures that a dataset's records are aggregated for. */
export function measuresOf(dataset: Dataset, measures: readonly Measure[]): RecordMeasure[] {
  return measures.filter(isOfRecords).filter(({ aggregate }) => aggregate.dataset === dataset.id);
}

/** Whether a record is one that a checked measure of its dataset is made from, for whomever it is about. */
export function matcherOf(
  dataset: Dataset,
  measure: RecordMeasure,
  period: Period,
): (record: DataRecord) => boolean {
  const columns = columnsById(dataset);
  const days = windowOf(period, measure.window);
  const matches = matcher(measure, columns, days);
  const computed = computedOf(measure, columns, days);
  return (record) => matches(record, cellReader(columns, computed, record));
}

/** A collector for checked measures of one dataset over one period. */
export function collect(dataset: Dataset, measures: readonly RecordMeasure[], period: Period): Collector {
  const columns = columnsById(dataset);
  const gatherers = measures.map((measure) => gatherer(measure, columns, period));
  const byId = new Map(gatherers.map((gather) => [gather.id, gather]));
  let matched = 0;
  return {
    take(record) {
      let used = false;
      for (const gather of gatherers) used = gather.take(record) || used;
      if (used) matched += 1;
      return used;
    },
    columns: (subjects) => new Map(gatherers.map((gather) => [gather.id, gather.column(subjects)])),
    figure: (measure, subject) => byId.get(measure)!.figure(subject),
    get matched() {
      return matched;
    },
  };
}

/** Whether a record lies in the period, names a subject, and fits the measure's filter. */
function matcher({ aggregate: { where, date, subject } }: RecordMeasure, columns: Columns, days: Days) {
  const fits = recordFilter(where, columns);
  const isInstant = columns.get(date)?.type === 'instant';
  const start = isInstant ? days.startInstant : days.start;
  const end = isInstant ? days.endInstant : days.end;
  return ({ values }: DataRecord, cell: CellReader): boolean => {
    const day = values[date] ?? null;
    return (values[subject] ?? null) !== null && day !== null && day >= start && day < end && fits(cell);
  };
}

function gatherer(measure: RecordMeasure, columns: Columns, period: Period) {
  const { id, aggregate } = measure;
  const bySubject = new Map<string, Accumulator>();
  const days = windowOf(period, measure.window);
  const matches = matcher(measure, columns, days);
  const computed = computedOf(measure, columns, days);
  const counts: RecordFilter | undefined =
    aggregate.kind === 'share' ? recordFilter(aggregate.of, columns) : undefined;
  const none = accumulatorOf(measure, []).figure();
  const figure = (subject: string) => bySubject.get(subject)?.figure() ?? none;

  return {
    id,
    figure,
    /** Whether the record lies in the period, for a subject, and matches. */
    take(record: DataRecord): boolean {
      const cell = cellReader(columns, computed, record);
      if (!matches(record, cell)) return false;
      const subject = record.values[aggregate.subject]!;
      let accumulator = bySubject.get(subject);
      if (accumulator === undefined)
        bySubject.set(subject, (accumulator = accumulatorOf(measure, [period.id, subject])));
      accumulator.take(
        counts === undefined ? ('column' in aggregate ? cell(aggregate.column) : null) : counts(cell),
        record,
      );
      return true;
    },
    column(subjects: readonly string[]): NumberColumn {
      return columnOf(subjects.map(figure));
    },
  };
}

/** A column of figures, each there or missing with its reason. */
export function columnOf(figures: readonly Measured[]): NumberColumn {
  const reasons = new Map<number, MissingReason>();
  const values = figures.map((figure, row) => {
    if (!isMissing(figure)) return figure;
    reasons.set(row, figure.missing);
    return null;
  });
  return numberColumn(values, reasons);
}
