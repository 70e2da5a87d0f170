/** Scoring as the model format describes it; shares no code with the engine. */
import {
  add,
  divide,
  hundred,
  less,
  max,
  min,
  rational,
  subtract,
  times,
  zero,
  type Rational,
} from './fractions.ts';

type Decimal = string | number;
type Point = { value: Decimal; score: Decimal };
export type Scoring =
  | { kind: 'asIs' | 'ratioToTarget'; cap?: Decimal; floor?: Decimal }
  | { kind: 'linear'; from: Point; to: Point }
  | { kind: 'steps'; below: Decimal; steps: { from: Decimal; score: Decimal }[] }
  | { kind: 'curve'; points: Point[] }
  | { kind: 'rating'; from: Decimal; to: Decimal }
  | { kind: 'gapToTarget'; base: Decimal; perUnit: Decimal; cap?: Decimal; floor?: Decimal };

/** The exact score of a published value. */
export function scoreOf(
  scoring: Scoring,
  value: Rational,
  target: Rational | null,
  lower: boolean,
): Rational | null {
  if (scoring.kind === 'steps') {
    const reached = scoring.steps.filter((step) => !less(value, rational(step.from)));
    return rational(reached.at(-1)?.score ?? scoring.below);
  }
  if (scoring.kind === 'linear') return onLine([scoring.from, scoring.to], value);
  if (scoring.kind === 'curve') {
    const next = scoring.points.findIndex((point) => less(value, rational(point.value)));
    if (next === 0) return rational(scoring.points[0]!.score);
    return next < 0
      ? rational(scoring.points.at(-1)!.score)
      : onLine(scoring.points.slice(next - 1, next + 1), value);
  }
  if (scoring.kind === 'rating') {
    const [worst, best] = [rational(scoring.from), rational(scoring.to)];
    if (less(value, worst) || less(best, value)) return null;
    const share = divide(times(subtract(value, worst), hundred), subtract(best, worst));
    return share && (lower ? subtract(hundred, share) : share);
  }
  let score = value;
  if (scoring.kind === 'gapToTarget') {
    if (target === null) return null;
    const gap = lower ? subtract(target, value) : subtract(value, target);
    score = add(rational(scoring.base), times(gap, rational(scoring.perUnit)));
  } else if (scoring.kind === 'ratioToTarget') {
    const ratio = target && less(zero, target) ? divide(times(value, hundred), target) : null;
    if (ratio === null) return null;
    score = lower ? subtract(rational(200), ratio) : ratio;
  } else if (lower) score = subtract(hundred, value);
  if (scoring.floor !== undefined) score = max(score, rational(scoring.floor));
  return scoring.cap === undefined ? score : min(score, rational(scoring.cap));
}

function onLine(points: Point[], value: Rational): Rational | null {
  const [x0, y0, x1, y1] = points.flatMap((point) => [rational(point.value), rational(point.score)]);
  if (less(value, x0!)) return y0!;
  if (less(x1!, value)) return y1!;
  const rise = divide(times(subtract(value, x0!), subtract(y1!, y0!)), subtract(x1!, x0!));
  return rise && add(y0!, rise);
}
