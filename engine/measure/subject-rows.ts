import type { DataRecord, Dataset, SubjectRows } from '../../schemas/index.ts';
import { recordFilter } from '../condition/record-filter.ts';
import { cellReader, columnsById } from './cells.ts';

/** Takes the records of the dataset whose rows are the subjects, in any order, and names these, each once. */
export function subjectRows({ column, where }: SubjectRows, dataset: Dataset) {
  const columns = columnsById(dataset);
  const fits = recordFilter(where, columns);
  const found = new Set<string>();
  return {
    take(record: DataRecord): void {
      const subject = record.values[column] ?? null;
      if (subject !== null && fits(cellReader(columns, new Map(), record))) found.add(subject);
    },
    subjects: (): string[] => [...found].toSorted(),
  };
}
