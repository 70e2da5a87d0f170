import type { DecimalInput, Issue, Metric, Model, Result } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import { compare, type Rational } from '../number/rational.ts';
import { findingAt } from './finding.ts';

/** Somebody as a stored period has them, judged by the model. */
export interface Seen {
  readonly result: Result;
  readonly period: string;
  readonly team: string | null;
  readonly role: string | null;
  readonly stage: string | null;
  /** A measure; null where it is missing. */
  readonly figure: (measure: string) => Rational | null;
}

/** With fewer results nothing is said of a target. */
const fewest = 10;

/**
 * What stored data say of a model: targets that no one ever reached or everybody always did, and groups that are too
 * small to be ranked. Every result is looked at.
 */
export function analyseSeen(model: Model, seen: readonly Seen[]): Issue[] {
  return [
    ...model.metrics.flatMap((metric, at) => targetFindings(metric, at, seen)),
    ...rankingFindings(model, seen),
  ];
}

/** Where the formula holds the figure against the target itself, the value is no figure of the target's kind. */
const namesTarget = /(?<![\p{L}\p{N}_.])target(?![\p{L}\p{N}_.])/u;

function targetFindings(metric: Metric, at: number, seen: readonly Seen[]): Issue[] {
  if (namesTarget.test(metric.formula)) return [];
  let [reached, all] = [0, 0];
  for (const one of seen) {
    const value = one.result.metrics[metric.id]?.value ?? null;
    const target = targetOf(metric, one);
    if (value === null || target === null) continue;
    all += 1;
    const side = compare(parseDecimal(value)!, target);
    if (metric.direction === 'higherIsBetter' ? side >= 0 : side <= 0) reached += 1;
  }
  if (all < fewest || (reached > 0 && reached < all)) return [];
  return [
    findingAt(reached === 0 ? 'target.neverReached' : 'target.alwaysReached', `/metrics/${at}/target`, {
      metric: metric.id,
      results: all,
    }),
  ];
}

/** The target that counted; null where it depends on conditions or levels, or is missing. */
function targetOf({ target }: Metric, { stage, figure }: Seen): Rational | null {
  const exact = (value: DecimalInput | undefined) =>
    value === undefined ? null : (parseDecimal(value) ?? null);
  if (target?.kind === 'constant') return exact(target.value);
  if (target?.kind === 'measure') return figure(target.measure);
  if (target?.kind === 'stage') return exact(target.stages.find((item) => item.stage === stage)?.value);
  return null;
}

function rankingFindings({ ranking }: Model, seen: readonly Seen[]): Issue[] {
  if (ranking === undefined) return [];
  const groups = new Map<string, number>();
  for (const one of seen) {
    const of = ranking.scope === 'team' ? one.team : ranking.scope === 'role' ? one.role : '';
    const group = JSON.stringify([one.period, of]);
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  const small = [...groups.values()].filter((size) => size < ranking.smallestGroup).length;
  if (small === 0) return [];
  const params = { groups: small, all: groups.size, smallest: ranking.smallestGroup };
  return [findingAt('ranking.smallGroup', '/ranking/smallestGroup', params)];
}
