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
 *   promise nothing, nor do they for a grade that a gate which fired keeps out of reach; where ranks decide, `rank` itself says what is missing.
 */
export function nextGrade(
  { grades, bands, gates = [] }: Pick<Model, 'grades' | 'bands' | 'gates'>,
  result: Pick<Result, 'composite' | 'grade' | 'gradeRule' | 'gates' | 'rank'>,
): NextGrade | null {
  const { composite, grade, gradeRule, rank } = result;
  if (composite === null || gradeRule !== undefined || rank !== undefined) return null;
  const reached = parseDecimal(composite)!;
  const rankOf = (id: string | null) => grades.findIndex((item) => item.id === id);
  const caps = gates.flatMap(({ id, cap }) => (result.gates?.includes(id) ? [rankOf(cap)] : []));
  for (const { band } of risingBands(bands)) {
    if (band.from === undefined || rankOf(band.grade) >= rankOf(grade)) continue;
    if (caps.some((cap) => rankOf(band.grade) < cap)) continue;
    const from = parseDecimal(band.from)!;
    if (compare(from, reached) <= 0) continue;
    return { grade: band.grade, from: formatExact(from), points: formatExact(subtract(from, reached)) };
  }
  return null;
}
