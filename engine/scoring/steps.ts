import type { Issue } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import { compare } from '../number/rational.ts';
import type { ScoringKind } from './kind.ts';
import { literal } from './limits.ts';

/** The score of the last step that the value reaches, and below the first one a score of its own. */
export const steps: ScoringKind<'steps'> = {
  kind: 'steps',
  check({ below, steps: list }, { pointer, direction }) {
    const issues: Issue[] = [];
    for (const [index, step] of list.entries()) {
      const before = list[index - 1];
      const at = `${pointer}/steps/${index}`;
      if (before !== undefined && compare(parseDecimal(before.from)!, parseDecimal(step.from)!) >= 0) {
        issues.push({ code: 'scoring.stepsNotRising', severity: 'error', pointer: `${at}/from` });
      }
      const rise = compare(parseDecimal(step.score)!, parseDecimal(before?.score ?? below)!);
      if (direction === 'higherIsBetter' ? rise < 0 : rise > 0) {
        issues.push({ code: 'scoring.againstDirection', severity: 'error', pointer: `${at}/score` });
      }
    }
    return issues;
  },
  compile({ below, steps: list }, context) {
    const { builder, scope, pointer, value } = context;
    let score = literal(context, 'below', below);
    for (const [index, step] of list.entries()) {
      const under = builder.step(scope, 'less', [value, literal(context, `steps/${index}/from`, step.from)]);
      score = builder.step(scope, 'choose', [
        under,
        score,
        literal(context, `steps/${index}/score`, step.score),
      ]);
    }
    const missing = builder.step(scope, 'missing', [value]);
    const nothing = builder.nothing(scope, { reason: 'unknown', pointer });
    return builder.step(scope, 'choose', [missing, nothing, score]);
  },
};
