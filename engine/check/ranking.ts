import type { Issue, Model } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import { add, compare, integer, zero } from '../number/rational.ts';
import { errorAt } from './issues.ts';

/** Grades and tie breakers that are known, shares that are above zero and leave no more than the whole. */
export function checkRanking({ ranking, grades, metrics }: Model): Issue[] {
  if (ranking === undefined) return [];
  const known = new Set(grades.map(({ id }) => id));
  const ids = new Set(metrics.map(({ id }) => id));
  const shares = ranking.seats.map(({ share }) => parseDecimal(share)!);
  return [
    ...ranking.seats
      .map(({ grade }, index) => ({ grade, at: `/ranking/seats/${index}/grade` }))
      .concat({ grade: ranking.otherwise, at: '/ranking/otherwise' })
      .flatMap(({ grade, at }) => (known.has(grade) ? [] : [errorAt('grade.unknown', at, { grade })])),
    ...shares.flatMap((share, index) =>
      compare(share, zero) > 0 ? [] : [errorAt('ranking.shareNotPositive', `/ranking/seats/${index}/share`)],
    ),
    ...(compare(shares.reduce(add, zero), integer(100)) > 0
      ? [errorAt('ranking.sharesAboveWhole', '/ranking/seats')]
      : []),
    ...(ranking.tieBreakers ?? []).flatMap((metric, index) =>
      ids.has(metric) ? [] : [errorAt('ranking.unknownMetric', `/ranking/tieBreakers/${index}`, { metric })],
    ),
    ...(ranking.tieBreakers !== undefined && ranking.ties !== 'break'
      ? [errorAt('ranking.tieBreakersUnused', '/ranking/tieBreakers')]
      : []),
  ];
}
