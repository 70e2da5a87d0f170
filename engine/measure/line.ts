import type { Line, Period } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import type { Measured } from './measured.ts';
import type { Given, Need } from './made.ts';

/** The measure that a line is, if it is one. */
export function lineParts(line: Line, path: string): { measure: string; path: string }[] {
  return line.kind === 'measure' ? [{ measure: line.measure, path: `${path}/measure` }] : [];
}

/** The same with its period. */
export function lineNeeds(line: Line, period: Period): Need[] {
  return line.kind === 'measure' ? [{ measure: line.measure, period }] : [];
}

/** Where a line lies for each subject. */
export function lineOf(
  line: Line,
  period: Period,
  subjects: readonly string[],
  given: Given,
): readonly Measured[] {
  if (line.kind === 'measure') return given.measured({ measure: line.measure, period }, subjects);
  const value = parseDecimal(line.value)!;
  return subjects.map(() => value);
}
