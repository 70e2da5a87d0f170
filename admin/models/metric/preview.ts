import {
  check,
  compile,
  evaluate,
  formatExact,
  hasErrors,
  parseDecimal,
  tableOf,
} from '../../../engine/index.ts';
import {
  add,
  compare,
  integer,
  multiply,
  round,
  subtract,
  zero,
  type Rational,
} from '../../../engine/number/rational.ts';
import type { DecimalInput, Metric, Model } from '../../../schemas/index.ts';
import { cornersOf, distinct } from './corners.ts';
import { scoresByTarget } from './scorings.ts';

/** A result and the score that the engine gives it, as published. */
export interface PreviewPoint {
  readonly value: string;
  readonly score: string;
}

/** What a scoring makes of results. */
export interface Preview {
  /** At the points where something happens, and around them. */
  readonly points: readonly PreviewPoint[];
  /** The line to draw, dense enough; rising results. */
  readonly line: readonly PreviewPoint[];
  /** The target that the results are held against, where the scoring uses one. */
  readonly target: string | undefined;
  /** Whether the model does not say the target, because each person has one: then the results are held against 100. */
  readonly assumed: boolean;
}

/**
 * Scores of a few results, calculated by the engine with the metric's own scoring and places.
 * @param stage the business stage whose target counts.
 * @returns undefined where the scoring has errors.
 */
export function previewOf(metric: Metric, stage: string): Preview | undefined {
  const { scoring } = metric;
  const said = targetOf(metric, stage);
  const usesTarget = scoresByTarget(scoring);
  const exactTarget = said === undefined ? undefined : parseDecimal(said);
  // A ratio to a target that is not above zero is none; a distance to it is one.
  const usable =
    exactTarget !== undefined && (scoring.kind === 'gapToTarget' || compare(exactTarget, zero) > 0);
  const target = usable ? exactTarget : integer(100);
  const model = modelOf(metric, usesTarget ? formatExact(target) : undefined);
  if (hasErrors(check(model))) return undefined;
  const corners = cornersOf(metric, target);
  const [first, last] = [corners[0]!, corners.at(-1)!];
  const dense = Array.from({ length: 61 }, (_, index) =>
    add(first, multiply(subtract(last, first), share(index, 60))),
  );
  const edges = scoring.kind === 'steps' ? corners.map((corner) => subtract(corner, tiny)) : [];
  return {
    points: scoresOf(model, corners),
    line: scoresOf(model, [...dense, ...corners, ...edges]),
    target: usesTarget ? formatExact(target) : undefined,
    assumed: usesTarget && exactTarget === undefined,
  };
}

function targetOf({ target }: Metric, stage: string): DecimalInput | undefined {
  if (target?.kind === 'constant') return target.value;
  return target?.kind === 'stage' ? target.stages.find((item) => item.stage === stage)?.value : undefined;
}

const tiny: Rational = { n: 1n, d: 10_000n };

function scoresOf(model: Model, figures: readonly Rational[]): PreviewPoint[] {
  const values = distinct(figures.map((figure) => round(figure, 4)).toSorted(compare)).map(formatExact);
  const program = compile(model);
  const rows = values.map((value, index) => ({ subject: String(index), figures: { result: value } }));
  const { table } = tableOf(program.inputs, rows);
  return evaluate(program, table).flatMap(({ metrics }, index) => {
    const score = metrics['metric']?.score;
    return score === null || score === undefined ? [] : [{ value: values[index]!, score: trimmed(score) }];
  });
}

/** The smallest model with this scoring: one metric, whose result is given. */
function modelOf({ scoring, direction, places }: Metric, target: string | undefined): Model {
  const name = { zh: '-', en: '-' };
  return {
    format: 'meritscale/model/1',
    key: 'preview',
    name,
    subject: 'person',
    stage: 'preview',
    cadence: 'quarter',
    measures: [{ id: 'result', name, aggregate: { kind: 'given' } }],
    groups: [{ id: 'group', name }],
    metrics: [
      {
        id: 'metric',
        name,
        group: 'group',
        weight: 100,
        formula: 'result',
        direction,
        ...(target !== undefined && { target: { kind: 'constant', value: target } }),
        scoring,
        whenMissing: 'exclude',
        ...(places !== undefined && { places }),
      },
    ],
    grades: [{ id: 'all', name }],
    bands: [{ grade: 'all' }],
  };
}

/** "80.0000" as "80": the same figure in fewer digits. */
function trimmed(score: string): string {
  return formatExact(parseDecimal(score)!);
}

function share(part: number, of: number): Rational {
  return { n: BigInt(part), d: BigInt(of) };
}
