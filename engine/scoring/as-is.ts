import type { ScoringKind } from './kind.ts';
import { checkLimits, limited } from './limits.ts';

/** The score is the value; where lower is better, what it leaves of 100. */
export const asIs: ScoringKind<'asIs'> = {
  kind: 'asIs',
  check: checkLimits,
  compile(scoring, context) {
    const { builder, scope, value, direction } = context;
    const score =
      direction === 'higherIsBetter' ? value : builder.step(scope, 'sub', [builder.fixed(100), value]);
    return limited(context, score, scoring);
  },
};
