/** The reference of truth for the tests: the model format read as simply as possible. Slow, and meant to be. */
type Rational = { n: bigint; d: bigint }; // d > 0
type Decimal = string | number;
type Scalar = string | number | boolean;
type Point = { value: Decimal; score: Decimal };
type Scoring =
  | { kind: 'asIs' | 'ratioToTarget'; cap?: Decimal; floor?: Decimal }
  | { kind: 'linear'; from: Point; to: Point }
  | { kind: 'steps'; below: Decimal; steps: { from: Decimal; score: Decimal }[] };
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
type Metric = Missing & { id: string; weight: Decimal; formula: string; scoring: Scoring; places?: Places };
type Band = { grade: string; from?: Decimal; to?: Decimal };
type Model = { places?: number; metrics: Metric[]; bands: Band[]; gradeRules?: Rule[]; actions?: Rule[] };
type Published = { value: string | null; score: string | null; weighted: string | null };
type Outcome = { composite: string | null; grade: string | null; actions: string[]; gradeRule?: string };
type Judgement = Outcome & { status: 'graded' | 'held' | 'ungraded'; metrics: Record<string, Published> };
type FactOf = (comparison: Comparison) => Rational | string | null;

/** How many figures published so far lay exactly half-way between two neighbours. */
export const rounding = { ties: 0 };

/** The exact value of a decimal as written; 1e-7 is how JavaScript writes the JSON number 0.0000001. */
function rational(decimal: Scalar): Rational {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(decimal));
  if (parts === null) throw new Error(`not a decimal: ${decimal}`);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const [n, tens] = [BigInt(sign + whole + fraction), BigInt(exponent) - BigInt(fraction.length)];
  return tens < 0n ? { n, d: 10n ** -tens } : { n: n * 10n ** tens, d: 1n };
}

const zero = rational(0);
const hundred = rational(100);
const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d });
const add = (a: Rational, b: Rational): Rational => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));
const times = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d });
const less = (a: Rational, b: Rational): boolean => a.n * b.d < b.n * a.d;
const min = (a: Rational, b: Rational): Rational => (less(b, a) ? b : a);
const max = (a: Rational, b: Rational): Rational => (less(a, b) ? b : a);
const positive = ({ n, d }: Rational): Rational => (d < 0n ? { n: -n, d: -d } : { n, d });
const divide = (a: Rational, b: Rational): Rational | null =>
  b.n === 0n ? null : positive({ n: a.n * b.d, d: a.d * b.n });

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

/** Null where a name is missing or a division is by zero, anywhere in the formula. */
function calculate(formula: string, lookUp: (name: string) => Rational | null): Rational | null {
  const narrow = formula.replace(/[（），＋－×÷]/g, (sign) => '(),+-*/'.charAt('（），＋－×÷'.indexOf(sign)));
  const tokens = narrow.match(/\p{L}[\p{L}\p{N}_]*|\d+(\.\d+)?|\S/gu) ?? [];
  let [at, missing] = [0, false];
  const take = (...signs: string[]) => (signs.includes(tokens[at] ?? '') ? tokens[at++] : undefined);
  const known = (a: Rational | null): Rational => {
    missing ||= a === null;
    return a ?? zero;
  };
  const sum = (): Rational => {
    let a = product();
    for (let op = take('+', '-'); op; op = take('+', '-'))
      a = add(a, op === '+' ? product() : negate(product()));
    return a;
  };
  const product = (): Rational => {
    let a = factor();
    for (let op = take('*', '/'); op; op = take('*', '/'))
      a = op === '*' ? times(a, factor()) : known(divide(a, factor()));
    return a;
  };
  const factor = (): Rational => {
    if (take('-')) return negate(factor());
    const call = take('min', 'max');
    if (take('(')) {
      let a = sum();
      while (take(',')) a = call === 'min' ? min(a, sum()) : max(a, sum());
      if (!take(')')) throw new Error(`no ) at token ${at} of ${formula}`);
      return a;
    }
    const token = tokens[at++] ?? '';
    return /^\d/.test(token) ? rational(token) : known(lookUp(token));
  };
  const result = sum();
  if (at !== tokens.length) throw new Error(`no end at token ${at} of ${formula}`);
  return missing ? null : result;
}

function scoreOf(scoring: Scoring, value: Rational, target: Rational | null): Rational | null {
  if (scoring.kind === 'steps') {
    const reached = scoring.steps.filter((step) => !less(value, rational(step.from)));
    return rational(reached.at(-1)?.score ?? scoring.below);
  }
  if (scoring.kind === 'linear') {
    const [x0, y0] = [rational(scoring.from.value), rational(scoring.from.score)];
    const [x1, y1] = [rational(scoring.to.value), rational(scoring.to.score)];
    if (less(value, x0)) return y0;
    if (less(x1, value)) return y1;
    const rise = divide(times(subtract(value, x0), subtract(y1, y0)), subtract(x1, x0));
    return rise && add(y0, rise);
  }
  const ratio = target && less(zero, target) ? divide(times(value, hundred), target) : null;
  let score = scoring.kind === 'asIs' ? value : ratio;
  if (score && scoring.floor !== undefined) score = max(score, rational(scoring.floor));
  if (score && scoring.cap !== undefined) score = min(score, rational(scoring.cap));
  return score;
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
  for (const { id, weight, formula, target: wanted, scoring, whenMissing, places } of model.metrics) {
    const target = targetOf(wanted);
    const exact = calculate(formula, (name) => (name === 'target' ? target : number(given(name))));
    const value = publish(exact, places?.value ?? 4);
    const reached = value === null ? null : scoreOf(scoring, rational(value), target);
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
