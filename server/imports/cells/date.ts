import type { DateColumn } from '../../../schemas/index.ts';
import { datePattern } from '../../datasets/date-pattern.ts';
import type { CellReader } from './cell.ts';

/** Real calendar days, written as the column's pattern says, stored as YYYY-MM-DD. */
export function dateReader({ pattern = 'YYYY-MM-DD' }: DateColumn): CellReader {
  const read = datePattern(pattern)!;
  return (text) => read(text) ?? { code: 'cell.notDate', params: { pattern } };
}
