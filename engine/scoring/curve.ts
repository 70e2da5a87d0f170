import type { Issue } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import { compare } from '../number/rational.ts';
import type { StepRef } from '../program/builder.ts';
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
    // Before which of the inner points it lies, asked once; then each figure of the line it is on.
    const before = values.slice(1, -1).map((edge) => builder.step(scope, 'less', [within, edge]));
    const ofLine = (figures: readonly StepRef[]) =>
      before.reduceRight(
        (beyond, isBefore, index) => builder.step(scope, 'choose', [isBefore, figures[index]!, beyond]),
        figures.at(-1)!,
      );
    const differences = (ends: readonly StepRef[]) =>
      ends.slice(1).map((end, index) => builder.step(scope, 'sub', [end, ends[index]!]));
    const fromValue = ofLine(values.slice(0, -1));
    const fromScore = ofLine(scores.slice(0, -1));
    const rise = ofLine(differences(scores));
    const length = ofLine(differences(values));
    const run = builder.step(scope, 'sub', [within, fromValue]);
    const climbed = builder.step(scope, 'mul', [run, rise]);
    return builder.step(scope, 'add', [fromScore, builder.step(scope, 'div', [climbed, length])]);
  },
};
