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
import { accumulatorOf, type Accumulator, type Measured } from './accumulator.ts';

type AggregatedMeasure = Measure & { aggregate: Exclude<Measure['aggregate'], { kind: 'given' }> };

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

/** A collector for checked measures of one dataset over one period. */
export function collect(dataset: Dataset, measures: readonly AggregatedMeasure[], period: Period): Collector {
  const columns = new Map(dataset.columns.map((column) => [column.id, column]));
  const gatherers = measures.map((measure) => gatherer(measure, columns, period));
  let matched = 0;
  return {
    take(record) {
      const cell = (column: string) => valueOf(columns.get(column), record.values[column] ?? null);
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

function gatherer(
  { id, aggregate }: AggregatedMeasure,
  columns: ReadonlyMap<string, DatasetColumn>,
  period: Period,
) {
  const bySubject = new Map<string, Accumulator>();
  const matches = recordFilter(aggregate.where);
  const counts: RecordFilter | undefined =
    aggregate.kind === 'share' ? recordFilter(aggregate.of) : undefined;
  const isInstant = columns.get(aggregate.date)?.type === 'instant';
  const start = isInstant ? period.startInstant : period.start;
  const end = isInstant ? period.endInstant : period.end;
  const none = accumulatorOf(aggregate).figure();

  return {
    id,
    /** Whether the record lies in the period, for a subject, and matches. */
    take(record: DataRecord, cell: (column: string) => Value): boolean {
      const subject = record.values[aggregate.subject] ?? null;
      const day = record.values[aggregate.date] ?? null;
      if (subject === null || day === null || day < start || day >= end || !matches(cell)) return false;
      let accumulator = bySubject.get(subject);
      if (accumulator === undefined) bySubject.set(subject, (accumulator = accumulatorOf(aggregate)));
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

function valueOf(column: DatasetColumn | undefined, cell: string | null): Value {
  if (cell === null) return null;
  return column?.type === 'decimal' || column?.type === 'integer' ? (parseDecimal(cell) ?? null) : cell;
}
