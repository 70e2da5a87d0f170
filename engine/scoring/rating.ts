import { parseDecimal } from '../number/decimal.ts';
import { compare } from '../number/rational.ts';
import type { ScoringKind } from './kind.ts';
import { literal } from './limits.ts';

/** A rating on a scale: its worse end scores 0, its better one 100. */
export const rating: ScoringKind<'rating'> = {
  kind: 'rating',
  check({ from, to }, { pointer }) {
    return compare(parseDecimal(from)!, parseDecimal(to)!) < 0
      ? []
      : [{ code: 'scoring.pointsNotRising', severity: 'error', pointer: `${pointer}/to` }];
  },
  compile({ from, to }, context) {
    const { builder, scope, pointer, value, direction } = context;
    const lowest = literal(context, 'from', from);
    const highest = literal(context, 'to', to);
    const climbed = builder.step(
      scope,
      'sub',
      direction === 'higherIsBetter' ? [value, lowest] : [highest, value],
    );
    const length = builder.step(scope, 'sub', [highest, lowest]);
    const share = builder.step(scope, 'div', [climbed, length]);
    const percent = builder.step(scope, 'mul', [share, builder.fixed(100)]);
    const off = builder.step(scope, 'or', [
      builder.step(scope, 'less', [value, lowest]),
      builder.step(scope, 'less', [highest, value]),
    ]);
    const refused = builder.nothing(scope, { reason: 'offScale', pointer });
    return builder.step(scope, 'choose', [off, refused, percent]);
  },
};
