import { errorAt, repeated } from '../check/issues.ts';
import { parseDecimal } from '../number/decimal.ts';
import { add, compare, integer, zero } from '../number/rational.ts';
import type { PayKind } from './kind.ts';
import { figurePlaces, moneyPlaces } from './money.ts';
import { poolColumns } from './pool-columns.ts';

/** A part of a sum divided among many; how it is divided takes everybody, so the parts are given, as columns. */
export const pool: PayKind<'pool'> = {
  kind: 'pool',
  check({ sum, shares = [], grades = [], weight }, { model, pointer, formula }) {
    const percents = shares.map(({ share }) => parseDecimal(share)!);
    const known = new Set(model.grades.map(({ id }) => id));
    return [
      ...(sum.kind === 'contributions' ? formula(sum.formula, 'sum/formula') : []),
      ...(sum.kind === 'constant' && compare(parseDecimal(sum.value)!, zero) < 0
        ? [errorAt('pay.poolNegative', `${pointer}/sum/value`)]
        : []),
      ...repeated(
        shares,
        ({ role }) => role,
        'pay.roleRepeated',
        (index) => `${pointer}/shares/${index}/role`,
      ),
      ...percents.flatMap((share, index) =>
        compare(share, zero) < 0 ? [errorAt('pay.shareNegative', `${pointer}/shares/${index}/share`)] : [],
      ),
      ...(compare(percents.reduce(add, zero), integer(100)) > 0
        ? [errorAt('pay.sharesAboveWhole', `${pointer}/shares`)]
        : []),
      ...grades.flatMap((grade, index) =>
        known.has(grade) ? [] : [errorAt('grade.unknown', `${pointer}/grades/${index}`, { grade })],
      ),
      ...(weight === undefined ? [] : formula(weight, 'weight')),
    ];
  },
  compile({ scope, sum, shares, weight }, { builder, line, id, formula }) {
    // Who shares, and in what, is part of the receipt.
    if (scope === 'team') builder.column('team');
    if (shares !== undefined) builder.column('role');
    if (sum.kind === 'contributions') {
      builder.step(poolFigures(id).contribution, 'round', [formula(sum.formula, 'sum/formula')], moneyPlaces);
    }
    if (weight !== undefined) {
      builder.step(poolFigures(id).weight, 'round', [formula(weight, 'weight')], figurePlaces);
    }
    const columns = poolColumns(line.id);
    return {
      exact: builder.column(columns.part),
      pool: { sum: builder.column(columns.sum), fund: builder.column(columns.fund) },
    };
  },
};

/** What a pool's own figures are called in receipts. */
export function poolFigures(id: string) {
  return { contribution: `${id}.contribution`, weight: `${id}.weight` } as const;
}
