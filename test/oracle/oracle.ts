/** The reference of truth for the tests: the model format read as simply as possible. Slow, and meant to be. */
import { calculate } from './formula.ts';
import { decorated } from './operators.ts';
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
type Scalar = string | number | boolean;
type Point = { value: Decimal; score: Decimal };
type Scoring =
  | { kind: 'asIs' | 'ratioToTarget'; cap?: Decimal; floor?: Decimal }
  | { kind: 'linear'; from: Point; to: Point }
  | { kind: 'steps'; below: Decimal; steps: { from: Decimal; score: Decimal }[] }
  | { kind: 'curve'; points: Point[] }
  | { kind: 'rating'; from: Decimal; to: Decimal }
  | { kind: 'gapToTarget'; base: Decimal; perUnit: Decimal; cap?: Decimal; floor?: Decimal };
type Direction = 'higherIsBetter' | 'lowerIsBetter';
type Target =
  | { kind: 'constant'; value: Decimal }
  | { kind: 'measure'; measure: string }
  | { kind: 'stage'; stages: { stage: string; value: Decimal }[] };
type Comparison = { fact: string; path?: 'value' | 'score'; operator: string; value: Scalar | Scalar[] };
type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Comparison;
type Event = { params?: Record<string, Scalar> };
type Rule = { id: string; priority?: number; conditions: Condition; event: Event };
type Missing = { target?: Target; whenMissing: 'exclude' | 'zero' | 'hold' };
type Places = { value?: number; score?: number };
type Metric = Missing & {
  id: string;
  direction?: Direction;
  weight: Decimal;
  formula: string;
  scoring: Scoring;
  places?: Places;
};
type Band = { grade: string; from?: Decimal; to?: Decimal };
type Model = { places?: number; metrics: Metric[]; bands: Band[]; gradeRules?: Rule[]; actions?: Rule[] };
type Published = { value: string | null; score: string | null; weighted: string | null };
type Outcome = { composite: string | null; grade: string | null; actions: string[]; gradeRule?: string };
type Judgement = Outcome & { status: 'graded' | 'held' | 'ungraded'; metrics: Record<string, Published> };
type FactOf = (comparison: Comparison) => Rational | string | null;

/** How many figures published so far lay exactly half-way between two neighbours. */
export const rounding = { ties: 0 };

/** Half-up, away from zero: the magnitude plus a half, cut off. */
function publish(a: Rational | null, places: number): string | null {
  if (a === null) return null;
  const twice = 2n * (a.n < 0n ? -a.n : a.n) * 10n ** BigInt(places);
  const units = (twice + a.d) / (2n * a.d);
  if (twice % (2n * a.d) === a.d) rounding.ties += 1;
  const digits = String(units).padStart(places + 1, '0');
  const point = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return a.n < 0n && units > 0n ? `-${text}` : text;
}

function scoreOf(
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

/** True, false, or null: unknown. */
function holds(condition: Condition, factOf: FactOf): boolean | null {
  const decide = (parts: Condition[], decisive: boolean): boolean | null => {
    const answers = parts.map((part) => holds(part, factOf));
    return answers.includes(decisive) ? decisive : answers.includes(null) ? null : !decisive;
  };
  if ('all' in condition) return decide(condition.all, false);
  if ('any' in condition) return decide(condition.any, true);
  if ('not' in condition) {
    const answer = holds(condition.not, factOf);
    return answer === null ? null : !answer;
  }
  const { operator, value } = condition;
  const fact = factOf(condition);
  if (operator === 'isMissing') return (fact === null) === value;
  if (fact === null) return null;
  const side = (a: Scalar): number => {
    if (typeof fact === 'string' || typeof a !== 'number') return fact === a ? 0 : NaN;
    return less(fact, rational(a)) ? -1 : less(rational(a), fact) ? 1 : 0;
  };
  if (operator.includes(':') || operator === 'between') return decorated(operator, value, side);
  if (Array.isArray(value)) return value.some((a) => side(a) === 0) === (operator === 'in');
  if (operator === 'equal') return side(value) === 0;
  if (operator === 'notEqual') return side(value) !== 0;
  if (operator === 'lessThan') return side(value) < 0;
  if (operator === 'lessThanInclusive') return side(value) <= 0;
  return operator === 'greaterThan' ? side(value) > 0 : side(value) >= 0;
}

/** What a valid model says of one person's figures: measures by id, and stage, team and role. */
export function judge(model: Model, figures: Record<string, Scalar | null>): Judgement {
  const given = (id: string): Scalar | null => (Object.hasOwn(figures, id) ? (figures[id] ?? null) : null);
  const number = (figure: Scalar | null): Rational | null => (figure === null ? null : rational(figure));
  const targetOf = (target: Target | undefined): Rational | null => {
    if (target?.kind === 'constant') return rational(target.value);
    if (target?.kind === 'measure') return number(given(target.measure));
    return number(target?.stages.find((each) => each.stage === given('stage'))?.value ?? null);
  };

  const metrics: Record<string, Published> = {};
  let [parts, present, held] = [zero, zero, false];
  for (const metric of model.metrics) {
    const { id, weight, formula, target: wanted, scoring, whenMissing, places, direction } = metric;
    const target = targetOf(wanted);
    const exact = calculate(formula, (name) => (name === 'target' ? target : number(given(name))));
    const value = publish(exact, places?.value ?? 4);
    const reached =
      value === null ? null : scoreOf(scoring, rational(value), target, direction === 'lowerIsBetter');
    const score = publish(reached ?? (whenMissing === 'zero' ? zero : null), places?.score ?? 4);
    const part = score === null ? null : divide(times(rational(score), rational(weight)), hundred);
    const weighted = publish(part, 30)?.replace(/\.?0+$/, '') ?? null; // exact: it has at most 10 + 10 + 2
    metrics[id] = { value, score, weighted };
    if (part !== null) [parts, present] = [add(parts, part), add(present, rational(weight))];
    if (score === null && whenMissing === 'hold') held = true;
  }
  if (held) return { status: 'held', composite: null, grade: null, metrics, actions: [] };

  const composite = publish(divide(times(parts, hundred), present), model.places ?? 2);
  const firing = (rules: Rule[] = [], grade: string | null): Rule[] => {
    const factOf: FactOf = ({ fact, path }) => {
      if (path !== undefined) return number(metrics[fact]?.[path] ?? null);
      if (fact === 'composite') return number(composite);
      if (fact === 'grade') return grade;
      const figure = given(fact);
      return figure !== null && ['stage', 'team', 'role'].includes(fact) ? String(figure) : number(figure);
    };
    const fired = rules.filter((rule) => holds(rule.conditions, factOf) === true);
    return fired.toSorted((a, b) => (b.priority ?? 1) - (a.priority ?? 1));
  };
  const c = number(composite);
  const above = (edge: Decimal | undefined) => edge !== undefined && c !== null && !less(c, rational(edge));
  const inside = ({ from, to }: Band): boolean => (from === undefined || above(from)) && !above(to);
  const band = (c && model.bands.find(inside)?.grade) ?? null;
  const rule = c === null ? undefined : firing(model.gradeRules, band)[0];
  const grade = rule ? String(rule.event.params?.['grade']) : band;
  const actions = firing(model.actions, grade).map(({ id }) => id);
  const status = c === null ? 'ungraded' : 'graded';
  return { status, composite, grade, metrics, actions, ...(rule && { gradeRule: rule.id }) };
}
