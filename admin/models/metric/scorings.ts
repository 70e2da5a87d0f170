import { formatExact, parseDecimal } from '../../../engine/number/decimal.ts';
import {
  add,
  compare,
  divide,
  integer,
  round,
  subtract,
  zero,
  type Rational,
} from '../../../engine/number/rational.ts';
import type { DecimalInput, Direction, Scoring, ScoringPoint, StepsScoring } from '../../../schemas/index.ts';
import { decimalInput } from '../document/decimal-input.ts';

export const scoringKinds = [
  'asIs',
  'ratioToTarget',
  'gapToTarget',
  'linear',
  'curve',
  'steps',
  'rating',
] as const satisfies readonly Scoring['kind'][];

/** Whether a way of scoring holds the result against the metric's target. */
export function scoresByTarget({ kind }: Scoring): boolean {
  return kind === 'ratioToTarget' || kind === 'gapToTarget';
}

/**
 * The scoring of another kind: cap and floor are kept where both kinds have them, and so are the ends of a line;
 * else there is something to begin with.
 */
export function withKind(scoring: Scoring, kind: Scoring['kind'], direction: Direction): Scoring {
  const rises = direction === 'higherIsBetter';
  switch (kind) {
    case 'asIs':
    case 'ratioToTarget':
      return { kind, ...limitsOf(scoring) };
    case 'gapToTarget':
      return { kind, base: 100, perUnit: 1, ...limitsOf(scoring) };
    case 'linear': {
      const { from, to } = endsOf(scoring, rises);
      return { kind, from, to };
    }
    case 'curve': {
      const { from, to } = endsOf(scoring, rises);
      return { kind, points: withPointAfter([from, to], 0) };
    }
    case 'rating':
      return { kind, from: 1, to: 5 };
    case 'steps':
      return {
        kind,
        below: rises ? 0 : 100,
        steps: [
          { from: 60, score: 60 },
          { from: 80, score: rises ? 80 : 40 },
          { from: 100, score: rises ? 100 : 0 },
        ],
      };
  }
}

interface Limits {
  readonly floor?: DecimalInput;
  readonly cap?: DecimalInput;
}

function limitsOf(scoring: Scoring): Limits {
  const { floor, cap }: Limits = 'cap' in scoring || 'floor' in scoring ? scoring : {};
  return { ...(floor !== undefined && { floor }), ...(cap !== undefined && { cap }) };
}

function endsOf(
  scoring: Scoring,
  rises: boolean,
): { readonly from: ScoringPoint; readonly to: ScoringPoint } {
  if (scoring.kind === 'linear') return scoring;
  if (scoring.kind === 'curve') return { from: scoring.points[0]!, to: scoring.points.at(-1)! };
  return { from: { value: 0, score: rises ? 0 : 100 }, to: { value: 100, score: rises ? 100 : 0 } };
}

/** The steps with one more above the last: as far from it as it is from the one before, with its score. */
export function withStep(steps: StepsScoring['steps']): StepsScoring['steps'] {
  const last = steps.at(-1);
  if (last === undefined) return [{ from: 0, score: 0 }];
  return [...steps, { from: asFarAgain(steps.at(-2)?.from, last.from), score: last.score }];
}

/** The points with one more beyond the last, with its score: nothing scores otherwise for it. */
export function withPoint(points: readonly ScoringPoint[]): ScoringPoint[] {
  const last = points.at(-1);
  if (last === undefined) return [{ value: 0, score: 0 }];
  return [...points, { value: asFarAgain(points.at(-2)?.value, last.value), score: last.score }];
}

/** The points with one more halfway to the next one, on the line: nothing scores otherwise for it. */
export function withPointAfter(points: readonly ScoringPoint[], index: number): ScoringPoint[] {
  const [point, next] = [points[index], points[index + 1]];
  if (point === undefined || next === undefined) return withPoint(points);
  const halfway = { value: middle(point.value, next.value), score: middle(point.score, next.score) };
  return points.toSpliced(index + 1, 0, halfway);
}

/** As far beyond the last figure as that is from the one before; the last itself while it is no number. */
function asFarAgain(before: DecimalInput | undefined, last: DecimalInput): DecimalInput {
  const top = parseDecimal(last);
  if (top === undefined) return last;
  const under = before === undefined ? undefined : parseDecimal(before);
  const distance = under === undefined ? zero : subtract(top, under);
  return inputOf(add(top, compare(distance, zero) > 0 ? distance : integer(10)));
}

function middle(a: DecimalInput, b: DecimalInput): DecimalInput {
  const [low, high] = [parseDecimal(a), parseDecimal(b)];
  if (low === undefined || high === undefined) return a;
  return inputOf(round(divide(add(low, high), integer(2))!, 10));
}

function inputOf(figure: Rational): DecimalInput {
  return decimalInput(formatExact(figure));
}

/**
 * A curve with one point moved, its value rounded to a step and its score to whole points. The points keep their order.
 * @returns undefined where the point would reach a neighbour, or nothing changes.
 */
export function movedPoint(
  points: ScoringPoint[],
  at: number,
  value: number,
  score: number,
  step: number,
): ScoringPoint[] | undefined {
  const places = Math.max(0, Math.ceil(-Math.log10(step)));
  const moved = {
    value: decimalInput((Math.round(value / step) * step).toFixed(places)),
    score: decimalInput(String(Math.round(score))),
  };
  const [before, after] = [points[at - 1], points[at + 1]];
  if (before !== undefined && Number(moved.value) <= Number(before.value)) return undefined;
  if (after !== undefined && Number(moved.value) >= Number(after.value)) return undefined;
  const old = points[at]!;
  const same = Number(old.value) === Number(moved.value) && Number(old.score) === Number(moved.score);
  return same ? undefined : points.with(at, moved);
}
