import type { Model, Points, PointsBound } from '../../schemas/index.ts';
import { compileConditions, type Vocabulary } from '../condition/compile-condition.ts';
import { compileFormula } from '../formula/compile-formula.ts';
import { parseFormula } from '../formula/formula.ts';
import { parseDecimal } from '../number/decimal.ts';
import type { Builder, StepRef } from '../program/builder.ts';

/** Where one kind of points stands in the program. */
export interface PointsSteps {
  readonly id: string;
  /** Undefined where they are always given. */
  readonly fires: StepRef | undefined;
  /** Published; missing where the formula is. */
  readonly figure: StepRef;
}

/** Where the points of a model stand in the program. */
export interface AllPoints {
  readonly each: readonly PointsSteps[];
  /** Published, within the model's bound; never missing. */
  readonly total: StepRef;
}

/** The bonus and penalty points; undefined where the model has none. */
export function compilePoints(
  builder: Builder,
  { points = [], pointsBound = {} }: Model,
  places: number,
  known: Vocabulary,
): AllPoints | undefined {
  if (points.length === 0) return undefined;
  const each = points.map((item, index): PointsSteps => {
    const [id, pointer] = [`points:${item.id}`, `/points/${index}`];
    const scope = { id: `${id}.if`, pointer: `${pointer}/conditions`, ...known };
    const fires = item.conditions && compileConditions(builder, item.conditions, scope);
    const exact = limited(builder, exactPoints(builder, item, pointer, known), item, `${id}.`, pointer);
    return { id: item.id, fires, figure: builder.step(id, 'round', [exact], places) };
  });
  const counted = each.map(({ id, fires, figure }) => {
    const scope = `points:${id}.`;
    const there = builder.step(scope, 'not', [builder.step(scope, 'missing', [figure])]);
    const counts = fires === undefined ? there : builder.step(scope, 'and', [fires, there]);
    return builder.step(scope, 'choose', [counts, figure, builder.fixed(0)]);
  });
  const sum = builder.step('composite.pointsSum', 'add', counted);
  const within = limited(builder, sum, pointsBound, 'composite.points.', '/pointsBound');
  return { each, total: builder.step('composite.points', 'round', [within], places) };
}

function exactPoints(
  builder: Builder,
  { id, value, formula }: Points,
  pointer: string,
  { resolve }: Vocabulary,
): StepRef {
  const scope = `points:${id}.`;
  if (formula === undefined) return builder.model(scope, `${pointer}/value`, parseDecimal(value!)!);
  const parsed = parseFormula(formula);
  if ('error' in parsed) throw new Error(`unchecked formula of ${id}`);
  return compileFormula(builder, parsed.formula, scope, `${pointer}/formula`, (name) =>
    resolve(name, 'value'),
  );
}

function limited(
  builder: Builder,
  figure: StepRef,
  { atLeast, atMost }: PointsBound,
  scope: string,
  pointer: string,
): StepRef {
  let result = figure;
  if (atLeast !== undefined) {
    const least = builder.model(scope, `${pointer}/atLeast`, parseDecimal(atLeast)!);
    result = builder.step(scope, 'max', [result, least]);
  }
  if (atMost !== undefined) {
    const most = builder.model(scope, `${pointer}/atMost`, parseDecimal(atMost)!);
    result = builder.step(scope, 'min', [result, most]);
  }
  return result;
}
