import type { MovementCause, MovementMetric, MovementRounding, Result } from '../../schemas/index.ts';
import { sharersOf } from './extra-shares.ts';
import { partsOf, remainder, type Parts } from './parts.ts';
import { shownShares, type Judged } from './shares.ts';

/** Why one subject moved. */
export interface MovementOf extends Parts {
  readonly cause: MovementCause;
  readonly gradeMove: 'up' | 'down' | 'same' | 'none';
  /** Metrics, points and the adjustment, as far as their share moved. Their parts and the rounding add up to the parts of the composite. */
  readonly metrics: readonly MovementMetric[];
  readonly rounding: MovementRounding;
}

/**
 * How a subject moved between two runs of a period.
 * @param hybrid judged by the later rules on the earlier data: what lies between before and it the rules did,
 *   what lies between it and after the data.
 */
export function movementOf(
  before: Judged | undefined,
  hybrid: Judged | undefined,
  after: Judged | undefined,
): MovementOf {
  const parts = partsOf(
    before?.result.composite ?? null,
    hybrid?.result.composite ?? null,
    after?.result.composite ?? null,
  );
  const metrics = metricsOf(before, hybrid, after);
  const rounding = {
    rule: remainder(
      parts.rule,
      metrics.map(({ rule }) => rule),
    ),
    data: remainder(
      parts.data,
      metrics.map(({ data }) => data),
    ),
  };
  const cause = causeOf(before, hybrid, after);
  return { ...parts, cause, gradeMove: gradeMoveOf(before, after), metrics, rounding };
}

function causeOf(before?: Judged, hybrid?: Judged, after?: Judged): MovementCause {
  if (before === undefined) return 'joined';
  if (after === undefined) return 'left';
  const byRule = hybrid === undefined || !isSame(before.result, hybrid.result);
  const byData = hybrid === undefined || !isSame(hybrid.result, after.result);
  if (byRule && byData) return 'both';
  if (byRule) return 'rule';
  return byData ? 'data' : 'none';
}

/** Whether two results say the same of a subject, but for how the metrics got there. */
function isSame(a: Result, b: Result): boolean {
  return a.composite === b.composite && a.grade === b.grade && a.status === b.status;
}

function gradeMoveOf(before?: Judged, after?: Judged): MovementOf['gradeMove'] {
  const from = rankOf(before);
  const to = rankOf(after);
  if (from === undefined || to === undefined) return 'none';
  if (from === to) return 'same';
  return to < from ? 'up' : 'down';
}

/** The grade's place in its model, the best first. */
function rankOf(judged: Judged | undefined): number | undefined {
  if (judged === undefined) return undefined;
  const rank = judged.model.grades.findIndex(({ id }) => id === judged.result.grade);
  return rank === -1 ? undefined : rank;
}

function metricsOf(before?: Judged, hybrid?: Judged, after?: Judged): MovementMetric[] {
  const names = new Map(
    [before, after].flatMap((judged) => (judged === undefined ? [] : sharersOf(judged.model))),
  );
  const sides = [before, hybrid, after];
  const places = Math.max(...sides.map((judged) => judged?.model.places ?? 2));
  const shares = sides.map((judged) =>
    judged === undefined ? new Map<string, string>() : shownShares(judged, places),
  );
  const none = (0).toFixed(places);
  return [...names].flatMap(([id, name]) => {
    const [a, h, b] = shares.map((side): string | null => side.get(id) ?? null);
    // A metric that was left out, or that one of the models does not have, gave nothing to a composite there.
    const [from, over, to] = [a, h, b].map((share, side) =>
      (sides[side]?.result.composite ?? null) === null ? null : (share ?? none),
    ) as [string | null, string | null, string | null];
    if (from === over && over === to) return [];
    const { rule, data } = partsOf(from, over, to);
    return [{ id, name, before: a ?? null, after: b ?? null, rule, data }];
  });
}
