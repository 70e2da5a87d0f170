import type { Issue } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import { compare } from '../number/rational.ts';
import type { ScoringKind } from './kind.ts';
import { literal } from './limits.ts';

/** The score lies on straight lines from point to point; beyond the first and the last it is that point's. */
export const curve: ScoringKind<'curve'> = {
  kind: 'curve',
  check({ points }, { pointer, direction }) {
    const issues: Issue[] = [];
    for (const [index, point] of points.entries()) {
      const before = points[index - 1];
      if (before === undefined) continue;
      const at = `${pointer}/points/${index}`;
      if (compare(parseDecimal(before.value)!, parseDecimal(point.value)!) >= 0) {
        issues.push({ code: 'scoring.pointsNotRising', severity: 'error', pointer: `${at}/value` });
      }
      const rise = compare(parseDecimal(point.score)!, parseDecimal(before.score)!);
      if (direction === 'higherIsBetter' ? rise < 0 : rise > 0) {
        issues.push({ code: 'scoring.againstDirection', severity: 'error', pointer: `${at}/score` });
      }
    }
    return issues;
  },
  compile({ points }, context) {
    const { builder, scope, value } = context;
    const values = points.map((point, index) => literal(context, `points/${index}/value`, point.value));
    const scores = points.map((point, index) => literal(context, `points/${index}/score`, point.score));
    const notBelow = builder.step(scope, 'max', [value, values[0]!]);
    const within = builder.step(scope, 'min', [notBelow, values.at(-1)!]);
    const lines = values.slice(1).map((end, index) => {
      const [from, score] = [values[index]!, scores[index]!];
      const run = builder.step(scope, 'sub', [within, from]);
      const rise = builder.step(scope, 'sub', [scores[index + 1]!, score]);
      const length = builder.step(scope, 'sub', [end, from]);
      const climbed = builder.step(scope, 'mul', [run, rise]);
      return builder.step(scope, 'add', [score, builder.step(scope, 'div', [climbed, length])]);
    });
    // The line whose end the value has not reached.
    return lines.slice(0, -1).reduceRight((beyond, line, index) => {
      const before = builder.step(scope, 'less', [within, values[index + 1]!]);
      return builder.step(scope, 'choose', [before, line, beyond]);
    }, lines.at(-1)!);
  },
};
