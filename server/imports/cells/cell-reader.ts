import type { Column } from '../../../schemas/index.ts';
import type { CellReader } from './cell.ts';
import { choiceReader } from './choice.ts';
import { dateReader } from './date.ts';
import { decimalReader, integerReader } from './decimal.ts';
import { instantReader } from './instant.ts';
import { personReader } from './person.ts';
import { textReader } from './text.ts';

/** The reader of a column's cells, of a checked definition. */
export function cellReader(
  column: Column,
  timeZone: string,
  personOf: (identifier: string) => string | undefined,
): CellReader {
  switch (column.type) {
    case 'date':
      return dateReader(column);
    case 'instant':
      return instantReader(timeZone);
    case 'decimal':
      return decimalReader(column);
    case 'integer':
      return integerReader(column);
    case 'text':
      return textReader(column);
    case 'choice':
      return choiceReader(column);
    case 'person':
      return personReader(personOf);
  }
}
