import type { Model, MovementCause, MovementMetric, Result } from '../../schemas/index.ts';
import { formatExact, parseDecimal } from '../number/decimal.ts';
import { subtract, type Rational } from '../number/rational.ts';

/** A subject's result, and the model that gave it. */
export interface Judged {
  readonly result: Result;
  readonly model: Model;
}

/** How far a figure moved, and how much of it the rules and the data did: delta = rule + data, exactly. */
export interface Parts {
  readonly delta: string | null;
  readonly rule: string | null;
  readonly data: string | null;
}

/** Why one subject moved. */
export interface MovementOf extends Parts {
  readonly cause: MovementCause;
  readonly gradeMove: 'up' | 'down' | 'same' | 'none';
  readonly metrics: readonly MovementMetric[];
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
  return { ...parts, cause: causeOf(before, hybrid, after), gradeMove: gradeMoveOf(before, after), metrics };
}

/** What moved a figure from before over hybrid to after. */
export function partsOf(before: string | null, hybrid: string | null, after: string | null): Parts {
  return {
    delta: difference(before, after),
    rule: difference(before, hybrid),
    data: difference(hybrid, after),
  };
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

/** The metrics of either model whose weighted part moved. */
function metricsOf(before?: Judged, hybrid?: Judged, after?: Judged): MovementMetric[] {
  const names = new Map(
    [...(before?.model.metrics ?? []), ...(after?.model.metrics ?? [])].map(({ id, name }) => [id, name]),
  );
  return [...names].flatMap(([id, name]) => {
    const [a, h, b] = [before, hybrid, after].map((judged) => weightedOf(judged, id));
    if (a === b && h === a) return [];
    // A metric that one of the models does not have gave nothing there.
    const { rule, data } = partsOf(a ?? nothing(before), h ?? nothing(hybrid), b ?? nothing(after));
    return [{ id, name, before: a ?? null, after: b ?? null, rule, data }];
  });
}

function weightedOf(judged: Judged | undefined, metric: string): string | null {
  const metrics = judged?.result.metrics ?? {};
  return Object.hasOwn(metrics, metric) ? metrics[metric]!.weighted : null;
}

function nothing(judged: Judged | undefined): string | null {
  return judged === undefined ? null : '0';
}

function difference(from: string | null, to: string | null): string | null {
  if (from === null || to === null) return null;
  return formatExact(subtract(figure(to), figure(from)));
}

function figure(text: string): Rational {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`no figure: ${text}`);
  return value;
}
