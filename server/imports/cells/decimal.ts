import { parseDecimal } from '../../../engine/number/decimal.ts';
import { compare, type Rational } from '../../../engine/number/rational.ts';
import type { DecimalColumn, DecimalInput, IntegerColumn } from '../../../schemas/index.ts';
import type { CellProblem, CellReader } from './cell.ts';

const plain = /^(-?)(\d*)(?:\.(\d+))?$/;
const grouped = /^(-?)(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;
const mostDigits = 15;

interface Limit {
  readonly text: string;
  readonly value: Rational;
}

/** Decimals in their shortest form: 1054 for 1054.00. Needless zeros do not count as places. */
export function decimalReader({ places, min, max, thousands = false }: DecimalColumn): CellReader {
  return numberReader(
    'cell.notDecimal',
    { code: 'cell.tooManyPlaces', params: { places } },
    places,
    thousands,
    min,
    max,
  );
}

/** Whole numbers; 12.00 is one, 12.5 is none. */
export function integerReader({ min, max }: IntegerColumn): CellReader {
  return numberReader('cell.notInteger', { code: 'cell.notInteger' }, 0, false, min, max);
}

function numberReader(
  notNumber: string,
  tooManyPlaces: CellProblem,
  places: number,
  thousands: boolean,
  min: DecimalInput | undefined,
  max: DecimalInput | undefined,
): CellReader {
  const [lowest, highest] = [limit(min), limit(max)];
  return (text) => {
    const match = plain.exec(text) ?? (thousands ? grouped.exec(text) : null);
    if (match === null || (match[2] === '' && match[3] === undefined)) return { code: notNumber };
    const whole = match[2]!.replaceAll(',', '').replace(/^0+/, '');
    const fraction = (match[3] ?? '').replace(/0+$/, '');
    if (whole.length > mostDigits) return { code: 'cell.tooLarge', params: { digits: mostDigits } };
    if (fraction.length > places) return tooManyPlaces;
    const magnitude = fraction === '' ? whole || '0' : `${whole || '0'}.${fraction}`;
    const written = match[1] === '-' && magnitude !== '0' ? `-${magnitude}` : magnitude;
    if (lowest !== undefined && compare(parseDecimal(written)!, lowest.value) < 0) {
      return { code: 'cell.belowMin', params: { min: lowest.text } };
    }
    if (highest !== undefined && compare(parseDecimal(written)!, highest.value) > 0) {
      return { code: 'cell.aboveMax', params: { max: highest.text } };
    }
    return written;
  };
}

function limit(value: DecimalInput | undefined): Limit | undefined {
  return value === undefined ? undefined : { text: String(value), value: parseDecimal(value)! };
}
