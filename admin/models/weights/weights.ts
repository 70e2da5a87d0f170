import { formatExact, parseDecimal } from '../../../engine/number/decimal.ts';
import { add, compare, integer, subtract, zero, type Rational } from '../../../engine/number/rational.ts';
import type { Model } from '../../../schemas/index.ts';

/** What weights add up to, and what that lacks of 100. */
export interface WeightSum {
  readonly sum: string;
  /** Without sign: how much is missing or too much. */
  readonly off: string;
  readonly state: 'exact' | 'under' | 'over' | 'unreadable';
}

/** The exact sum of weights; unreadable where one of them is no decimal, and then the sum of the others. */
export function weightSum(metrics: Pick<Model, 'metrics'>['metrics']): WeightSum {
  const weights = metrics.map(({ weight }) => parseDecimal(weight));
  const sum = weights.reduce<Rational>((total, weight) => (weight ? add(total, weight) : total), zero);
  const hundred = integer(100);
  const order = compare(sum, hundred);
  const off = order < 0 ? subtract(hundred, sum) : subtract(sum, hundred);
  const unreadable = weights.includes(undefined);
  const state = unreadable ? 'unreadable' : order === 0 ? 'exact' : order < 0 ? 'under' : 'over';
  return { sum: formatExact(sum), off: formatExact(off), state };
}

/** A group with its metrics and the weight of both, its own groups' included. */
export interface GroupWeight {
  readonly id: string;
  readonly index: number;
  /** How many groups stand above it. */
  readonly depth: number;
  readonly weight: string;
  /** Places of its own metrics in the model. */
  readonly metrics: readonly number[];
}

/** The groups in the order of the model, each below its parent, with their weights; metrics of an unknown group come in none. */
export function groupWeights(model: Pick<Model, 'groups' | 'metrics'>): GroupWeight[] {
  const { groups, metrics } = model;
  const known = new Set(groups.map(({ id }) => id));
  const ordered: GroupWeight[] = [];
  const seen = new Set<string>();
  const visit = (parent: string | undefined, depth: number) => {
    for (const [index, group] of groups.entries()) {
      const above = group.parent !== undefined && known.has(group.parent) ? group.parent : undefined;
      if (above !== parent || seen.has(group.id)) continue;
      seen.add(group.id);
      ordered.push(withWeight(model, group.id, index, depth));
      visit(group.id, depth + 1);
    }
  };
  visit(undefined, 0);
  // Groups that are their own parents in the end hang nowhere, and are shown all the same.
  for (const [index, { id }] of groups.entries()) {
    if (!seen.has(id)) ordered.push(withWeight(model, id, index, 0));
    seen.add(id);
  }
  return ordered.filter(({ metrics: own, id }) => own.length > 0 || weightedBelow(metrics, groups, id));
}

function withWeight(
  { groups, metrics }: Pick<Model, 'groups' | 'metrics'>,
  id: string,
  index: number,
  depth: number,
): GroupWeight {
  const family = familyOf(groups, id);
  const weight = metrics
    .filter(({ group }) => family.has(group))
    .reduce<Rational>((total, metric) => add(total, parseDecimal(metric.weight) ?? zero), zero);
  const own = metrics.flatMap((metric, place) => (metric.group === id ? [place] : []));
  return { id, index, depth, weight: formatExact(weight), metrics: own };
}

function weightedBelow(metrics: Model['metrics'], groups: Model['groups'], id: string): boolean {
  const family = familyOf(groups, id);
  return metrics.some(({ group }) => family.has(group));
}

function familyOf(groups: Model['groups'], id: string): ReadonlySet<string> {
  const family = new Set([id]);
  for (let before = 0; before !== family.size;) {
    before = family.size;
    for (const group of groups)
      if (group.parent !== undefined && family.has(group.parent)) family.add(group.id);
  }
  return family;
}
