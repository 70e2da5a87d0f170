import type { Labels, Model, Result } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import { add, compare, round, subtract, zero, type Rational } from '../number/rational.ts';

/** What gave something to a composite beside its metrics. */
interface ExtraShare {
  readonly id: string;
  readonly share: Rational;
}

const pointsId = (id: string) => `points:${id}`;
const adjustmentId = 'adjustment';

/** All that may give something to a composite of a model, with what it is called. */
export function sharersOf({
  metrics,
  points = [],
  adjustments,
  measures,
}: Model): (readonly [string, Labels])[] {
  const adjusting = measures.find(({ id }) => id === adjustments?.measure);
  return [
    ...metrics.map(({ id, name }) => [id, name] as const),
    ...points.map(({ id, name }) => [pointsId(id), name] as const),
    ...(adjusting === undefined ? [] : [[adjustmentId, adjusting.name] as const]),
  ];
}

/** What points and the adjustment gave to the composite: in the order of the points, as far as the bound lets them. */
export function extraShares({
  result,
  model,
}: {
  readonly result: Result;
  readonly model: Model;
}): ExtraShare[] {
  if (result.composite === null) return [];
  const shares: ExtraShare[] = [];
  let sum = zero;
  for (const { id } of model.points ?? []) {
    const of = result.points?.of ?? {};
    const points = Object.hasOwn(of, id) ? (of[id] ?? null) : null;
    if (points === null) continue;
    const more = add(sum, parseDecimal(points)!);
    shares.push({ id: pointsId(id), share: subtract(bounded(model, more), bounded(model, sum)) });
    sum = more;
  }
  const adjusted = parseDecimal(result.adjustment ?? '0')!;
  return model.adjustments === undefined ? shares : [...shares, { id: adjustmentId, share: adjusted }];
}

function bounded({ pointsBound: { atLeast, atMost } = {}, places = 2 }: Model, sum: Rational): Rational {
  let result = sum;
  const [least, most] = [atLeast, atMost].map((bound) =>
    bound === undefined ? undefined : parseDecimal(bound)!,
  );
  if (least !== undefined && compare(result, least) < 0) result = least;
  if (most !== undefined && compare(result, most) > 0) result = most;
  return round(result, places);
}
