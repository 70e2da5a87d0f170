import type { ScoringKind } from './kind.ts';
import { checkLimits, limited } from './limits.ts';

/** The score is value ÷ target × 100; where lower is better, what that leaves of 200. */
export const ratioToTarget: ScoringKind<'ratioToTarget'> = {
  kind: 'ratioToTarget',
  check(scoring, check) {
    const issues = checkLimits(scoring, check);
    if (!check.hasTarget) {
      issues.push({ code: 'scoring.noTarget', severity: 'error', pointer: check.pointer });
    }
    return issues;
  },
  compile(scoring, context) {
    const { builder, scope, pointer, value, target, direction } = context;
    if (target === undefined) throw new Error('unchecked scoring: no target');
    const ratio = builder.step(scope, 'div', [value, target]);
    const reached = builder.step(scope, 'mul', [ratio, builder.fixed(100)]);
    const percent =
      direction === 'higherIsBetter' ? reached : builder.step(scope, 'sub', [builder.fixed(200), reached]);
    // A ratio to a target below zero would fall as the value rises.
    const positive = builder.step(scope, 'less', [builder.fixed(0), target]);
    const refused = builder.nothing(scope, { reason: 'targetNotPositive', pointer });
    return limited(context, builder.step(scope, 'choose', [positive, percent, refused]), scoring);
  },
};
