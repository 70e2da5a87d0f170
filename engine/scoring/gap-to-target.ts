import { parseDecimal } from '../number/decimal.ts';
import { compare, zero } from '../number/rational.ts';
import type { ScoringKind } from './kind.ts';
import { checkLimits, limited, literal } from './limits.ts';

/** A base at the target, and so many points for each unit on its better or worse side. */
export const gapToTarget: ScoringKind<'gapToTarget'> = {
  kind: 'gapToTarget',
  check(scoring, check) {
    const issues = checkLimits(scoring, check);
    if (!check.hasTarget)
      issues.push({ code: 'scoring.noTarget', severity: 'error', pointer: check.pointer });
    if (compare(parseDecimal(scoring.perUnit)!, zero) < 0) {
      issues.push({
        code: 'scoring.againstDirection',
        severity: 'error',
        pointer: `${check.pointer}/perUnit`,
      });
    }
    return issues;
  },
  compile(scoring, context) {
    const { builder, scope, value, target, direction } = context;
    if (target === undefined) throw new Error('unchecked scoring: no target');
    const gap = builder.step(
      scope,
      'sub',
      direction === 'higherIsBetter' ? [value, target] : [target, value],
    );
    const points = builder.step(scope, 'mul', [gap, literal(context, 'perUnit', scoring.perUnit)]);
    const score = builder.step(scope, 'add', [literal(context, 'base', scoring.base), points]);
    return limited(context, score, scoring);
  },
};
