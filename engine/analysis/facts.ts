import type { Metric, Model } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import { add, compare, divide, integer, multiply, zero, type Rational } from '../number/rational.ts';

/** What a figure can be: between ends that it reaches, at so many places. */
export interface FigureRange {
  readonly kind: 'number';
  readonly least: Rational | undefined;
  readonly most: Rational | undefined;
  readonly places: number;
}

/** What a text can be; undefined: any. */
export interface TextRange {
  readonly kind: 'text';
  readonly values: readonly string[] | undefined;
}

export type FactRange = FigureRange | TextRange;

const decimal = (value: string | number | undefined) =>
  value === undefined ? undefined : parseDecimal(value);
const measurePlaces = 10;

/** What a fact of a checked model can be. The range may be wider than what there is, never narrower. */
export function rangeOf(model: Model, fact: string, path: string | undefined): FactRange {
  if (fact === 'grade') return { kind: 'text', values: model.grades.map(({ id }) => id) };
  if (fact === 'stage') return { kind: 'text', values: [model.stage] };
  if (fact === 'team' || fact === 'role') return { kind: 'text', values: undefined };
  if (fact === 'composite') return compositeRange(model);
  if (fact === 'rank') return { kind: 'number', least: integer(1), most: undefined, places: 0 };
  const metric = path === undefined ? undefined : model.metrics.find(({ id }) => id === fact);
  if (metric === undefined) return measureRange(model, fact);
  if (path === 'score') return scoreRange(metric);
  if (path === 'level') {
    const levels = metric.target?.kind === 'levels' ? metric.target.levels.length : 0;
    return { kind: 'number', least: zero, most: integer(levels), places: 0 };
  }
  return { kind: 'number', least: undefined, most: undefined, places: metric.places?.value ?? 4 };
}

/** What the score of a metric can be. */
export function scoreRange({ scoring, places }: Metric): FigureRange {
  const range = (least: Rational | undefined, most: Rational | undefined): FigureRange => ({
    kind: 'number',
    least,
    most,
    places: places?.score ?? 4,
  });
  const among = (scores: readonly (string | number)[]) => {
    const all = scores.map((score) => parseDecimal(score)!).toSorted(compare);
    return range(all[0], all.at(-1));
  };
  switch (scoring.kind) {
    case 'linear':
      return among([scoring.from.score, scoring.to.score]);
    case 'curve':
      return among(scoring.points.map(({ score }) => score));
    case 'steps':
      return among([scoring.below, ...scoring.steps.map(({ score }) => score)]);
    case 'rating':
      return range(zero, integer(100));
    case 'asIs':
    case 'ratioToTarget':
    case 'gapToTarget':
      return range(decimal(scoring.floor), decimal(scoring.cap));
  }
}

/** Within the weighted means of what scores can be; with points or adjustments anything. */
function compositeRange(model: Model): FigureRange {
  const { metrics, points = [], adjustments, overlays = [], places = 2 } = model;
  const free: FigureRange = { kind: 'number', least: undefined, most: undefined, places };
  if (points.length > 0 || adjustments !== undefined || overlays.length > 0) return free;
  const end = (side: 'least' | 'most') => {
    const ends = metrics.map((metric) => scoreRange(metric)[side]);
    if (ends.includes(undefined)) return undefined;
    // A metric may be left out: then the others count for the whole.
    const whole = metrics.every(({ whenMissing }) => whenMissing !== 'exclude');
    const scores = (ends as Rational[]).toSorted(compare);
    if (!whole) return scores.at(side === 'least' ? 0 : -1);
    const weights = metrics.map(({ weight }) => parseDecimal(weight)!);
    const sum = weights.reduce((total, weight) => add(total, weight), zero);
    const parts = weights.reduce((total, weight, at) => add(total, multiply(weight, ends[at]!)), zero);
    return divide(parts, sum) ?? undefined;
  };
  const missing = metrics.some(({ whenMissing }) => whenMissing === 'zero');
  const least = end('least');
  return {
    ...free,
    least: missing && least !== undefined && compare(least, zero) > 0 ? zero : least,
    most: end('most'),
  };
}

function measureRange({ measures }: Model, fact: string): FigureRange {
  const measure = measures.find(({ id }) => id === fact);
  const kind = measure?.aggregate.kind;
  const counts = kind === 'count' || kind === 'distinctCount';
  // Over several periods it may be a mean.
  const isWhole = counts && measure !== undefined && !('window' in measure);
  const isShare = kind === 'share';
  return {
    kind: 'number',
    least: counts || isShare ? zero : undefined,
    most: isShare ? integer(100) : undefined,
    places: isWhole ? 0 : measurePlaces,
  };
}
