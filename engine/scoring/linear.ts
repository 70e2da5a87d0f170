import { parseDecimal } from '../number/decimal.ts';
import { compare } from '../number/rational.ts';
import type { ScoringKind } from './kind.ts';
import { literal } from './limits.ts';

/** The score lies on the line through two points; beyond them it is that of the nearer point. */
export const linear: ScoringKind<'linear'> = {
  kind: 'linear',
  check({ from, to }, { pointer, direction }) {
    if (compare(parseDecimal(from.value)!, parseDecimal(to.value)!) >= 0) {
      return [{ code: 'scoring.pointsNotRising', severity: 'error', pointer: `${pointer}/to/value` }];
    }
    const rise = compare(parseDecimal(to.score)!, parseDecimal(from.score)!);
    if (direction === 'higherIsBetter' ? rise < 0 : rise > 0) {
      return [{ code: 'scoring.againstDirection', severity: 'error', pointer: `${pointer}/to/score` }];
    }
    return [];
  },
  compile({ from, to }, context) {
    const { builder, scope, value } = context;
    const fromValue = literal(context, 'from/value', from.value);
    const fromScore = literal(context, 'from/score', from.score);
    const toValue = literal(context, 'to/value', to.value);
    const toScore = literal(context, 'to/score', to.score);
    const notBelow = builder.step(scope, 'max', [value, fromValue]);
    const within = builder.step(scope, 'min', [notBelow, toValue]);
    const run = builder.step(scope, 'sub', [within, fromValue]);
    const rise = builder.step(scope, 'sub', [toScore, fromScore]);
    const length = builder.step(scope, 'sub', [toValue, fromValue]);
    const climbed = builder.step(scope, 'mul', [run, rise]);
    return builder.step(scope, 'add', [fromScore, builder.step(scope, 'div', [climbed, length])]);
  },
};
