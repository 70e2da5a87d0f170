/** The reference of truth for the tests: the model format read as simply as possible. Slow, and meant to be. */
import { gated, pointsOf, settled, tooFar, type Between, type Extras } from './composite.ts';
import { holds, type Condition, type FactOf, type Named, type Scalar } from './conditions.ts';
import { calculate } from './formula.ts';
import { add, divide, hundred, less, rational, times, zero, type Rational } from './fractions.ts';
import { publish, shortest } from './publish.ts';
import { scoreOf, type Scoring } from './scoring.ts';
import {
  decidedTarget,
  levelFigure,
  levelReached,
  type ConditionTarget,
  type LevelsTarget,
} from './targets.ts';

export { rounding } from './publish.ts';

type Decimal = string | number;
type Direction = 'higherIsBetter' | 'lowerIsBetter';
type Target =
  | { kind: 'constant'; value: Decimal }
  | { kind: 'measure'; measure: string }
  | { kind: 'stage'; stages: { stage: string; value: Decimal }[] }
  | ConditionTarget<Condition>
  | LevelsTarget;
type Event = { type?: string; params?: Record<string, Scalar> };
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
type Model = Extras<Condition> & {
  places?: number;
  metrics: Metric[];
  bands: Band[];
  conditions?: Named[];
  gradeRules?: Rule[];
  actions?: Rule[];
};
type Published = {
  value: string | null;
  score: string | null;
  weighted: string | null;
  target?: string | null;
  level?: number | null;
};
type Outcome = { composite: string | null; grade: string | null; actions: string[]; gradeRule?: string };
export type Judgement = Outcome &
  Between & { status: 'graded' | 'held' | 'ungraded'; metrics: Record<string, Published> };

/** What a valid model says of one person's figures: measures by id, and stage, team and role. */
export function judge(model: Model, figures: Record<string, Scalar | null>): Judgement {
  const named = model.conditions ?? [];
  const given = (id: string): Scalar | null => (Object.hasOwn(figures, id) ? (figures[id] ?? null) : null);
  const number = (figure: Scalar | null): Rational | null => (figure === null ? null : rational(figure));
  const measure = (id: string) => number(given(id));
  const attribute = (fact: string): Rational | string | null => {
    const figure = given(fact);
    return figure !== null && ['stage', 'team', 'role'].includes(fact) ? String(figure) : number(figure);
  };
  const holdsGiven = (condition: Condition) => holds(condition, ({ fact }) => attribute(fact), named);
  const targetOf = (target: Target | undefined): Rational | null => {
    if (target?.kind === 'condition') return decidedTarget(target, measure, holdsGiven);
    if (target?.kind === 'levels') return levelFigure(target.levels[0]!, measure);
    if (target?.kind === 'constant') return rational(target.value);
    if (target?.kind === 'measure') return number(given(target.measure));
    return number(target?.stages.find((each) => each.stage === given('stage'))?.value ?? null);
  };

  const overlay = model.overlays?.find(({ conditions }) => holdsGiven(conditions) === true);
  const metrics: Record<string, Published> = {};
  let [parts, present, held] = [zero, zero, false];
  for (const metric of model.metrics) {
    const { id, formula, target: wanted, scoring, whenMissing, places, direction } = metric;
    const weight = overlay?.weights.find((item) => item.metric === id)?.weight ?? metric.weight;
    const target = targetOf(wanted);
    const exact = calculate(formula, (name) => (name === 'target' ? target : number(given(name))));
    const value = publish(exact, places?.value ?? 4);
    const reached =
      value === null ? null : scoreOf(scoring, rational(value), target, direction === 'lowerIsBetter');
    const score = publish(reached ?? (whenMissing === 'zero' ? zero : null), places?.score ?? 4);
    const part = score === null ? null : divide(times(rational(score), rational(weight)), hundred);
    metrics[id] = { value, score, weighted: shortest(part) }; // exact: it has at most 10 + 10 + 2
    if (wanted?.kind === 'condition') metrics[id].target = shortest(target);
    if (wanted?.kind === 'levels') {
      metrics[id].level = levelReached(wanted, number(value), direction === 'lowerIsBetter', measure);
    }
    if (part !== null) [parts, present] = [add(parts, part), add(present, rational(weight))];
    if (score === null && whenMissing === 'hold') held = true;
  }
  const measured: FactOf = ({ fact, path }) =>
    path === undefined ? attribute(fact) : number(metrics[fact]?.[path] ?? null);
  const places = model.places ?? 2;
  const figure = (name: string) =>
    Object.hasOwn(metrics, name) ? number(metrics[name]!.value) : measure(name);
  const points = pointsOf(
    model,
    (condition) => holds(condition, measured, named),
    figure,
    (a) => publish(a, places),
  );
  const changed = model.adjustments && measure(model.adjustments.measure);
  const adjustment = changed === undefined ? undefined : publish(changed, places);
  if (model.adjustments && tooFar(changed!, model.adjustments.atMost)) held = true;
  const between = {
    ...(model.points?.length && { points }),
    ...(adjustment !== undefined && { adjustment }),
    ...(overlay && { overlay: overlay.id }),
  };
  const extra = model.points?.length || model.adjustments;
  if (held) {
    const none = { composite: null, grade: null, actions: [], ...(extra && { base: null }) };
    return { status: 'held', metrics, ...none, ...between };
  }

  const base = publish(divide(times(parts, hundred), present), places);
  const added = add(rational(points.total), number(adjustment ?? null) ?? zero);
  const composite = extra && base !== null ? publish(add(rational(base), added), places) : base;
  const factsWith =
    (grade: string | null): FactOf =>
    (comparison) => {
      if (comparison.fact === 'composite') return number(composite);
      return comparison.fact === 'grade' ? grade : measured(comparison);
    };
  const firing = (rules: Rule[] = [], grade: string | null): Rule[] => {
    const factOf = factsWith(grade);
    const fired = rules.filter((rule) => holds(rule.conditions, factOf, named) === true);
    return fired.toSorted((a, b) => (b.priority ?? 1) - (a.priority ?? 1));
  };
  const c = number(composite);
  const above = (edge: Decimal | undefined) => edge !== undefined && c !== null && !less(c, rational(edge));
  const inside = ({ from, to }: Band): boolean => (from === undefined || above(from)) && !above(to);
  const band = (c && model.bands.find(inside)?.grade) ?? null;
  const rule = c === null ? undefined : firing(model.gradeRules, band)[0];
  const ruled = rule ? String(rule.event.params?.['grade']) : band;
  const { grade, gates } = gated(model, ruled, (condition) => holds(condition, factsWith(ruled), named));
  const { actions, setAside } = settled(model, firing(model.actions, grade));
  const status = c === null ? 'ungraded' : 'graded';
  return {
    status,
    composite,
    grade,
    metrics,
    ...between,
    ...(extra && { base }),
    actions: actions.map(({ id }) => id),
    ...(rule && { gradeRule: rule.id }),
    ...(gates.length > 0 && { gates }),
    ...(setAside.length > 0 && { setAside }),
  };
}
