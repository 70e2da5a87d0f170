import type { ScoringKind } from './kind.ts';
import { checkRising, limited } from './limits.ts';

/** The score is value ÷ target × 100. */
export const ratioToTarget: ScoringKind<'ratioToTarget'> = {
  kind: 'ratioToTarget',
  check(scoring, check) {
    const issues = checkRising(scoring, check);
    if (!check.hasTarget) {
      issues.push({ code: 'scoring.noTarget', severity: 'error', pointer: check.pointer });
    }
    return issues;
  },
  compile(scoring, context) {
    const { builder, scope, pointer, value, target } = context;
    if (target === undefined) throw new Error('unchecked scoring: no target');
    const ratio = builder.step(scope, 'div', [value, target]);
    const percent = builder.step(scope, 'mul', [ratio, builder.fixed(100)]);
    // A ratio to a target below zero would fall as the value rises.
    const positive = builder.step(scope, 'less', [builder.fixed(0), target]);
    const refused = builder.nothing(scope, { reason: 'targetNotPositive', pointer });
    return limited(context, builder.step(scope, 'choose', [positive, percent, refused]), scoring);
  },
};
