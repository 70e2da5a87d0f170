import type { Model, Result } from '../schemas/index.ts';
import { risingBands } from './model/bands.ts';
import { formatExact, parseDecimal } from './number/decimal.ts';
import { compare, subtract } from './number/rational.ts';

/** A better grade, the composite it begins at, and how many points are missing to it. */
export interface NextGrade {
  readonly grade: string;
  readonly from: string;
  readonly points: string;
}

/**
 * The nearest band above a composite whose grade is better than the one that was given.
 * @returns null without a composite, in the best band, and where a grade rule stood in for the band: there points alone
 *   promise nothing; where ranks decide, `rank` itself says what is missing.
 */
export function nextGrade(
  { grades, bands }: Pick<Model, 'grades' | 'bands'>,
  { composite, grade, gradeRule, rank }: Pick<Result, 'composite' | 'grade' | 'gradeRule' | 'rank'>,
): NextGrade | null {
  if (composite === null || gradeRule !== undefined || rank !== undefined) return null;
  const reached = parseDecimal(composite)!;
  const rankOf = (id: string | null) => grades.findIndex((item) => item.id === id);
  for (const { band } of risingBands(bands)) {
    if (band.from === undefined || rankOf(band.grade) >= rankOf(grade)) continue;
    const from = parseDecimal(band.from)!;
    if (compare(from, reached) <= 0) continue;
    return { grade: band.grade, from: formatExact(from), points: formatExact(subtract(from, reached)) };
  }
  return null;
}
