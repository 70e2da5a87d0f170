import type { Comparison, Condition, Model } from '../../schemas/index.ts';
import { unitsOf } from './random-decimals.ts';
import { formulaWords, mentioned } from './random-formula.ts';

/** In units of 10^-10, which hold every decimal that a document may write. */
export const exact = (decimal: string | number): bigint => {
  const text = String(decimal);
  return unitsOf(text.includes('e') ? Number(text).toFixed(10) : text, 10);
};

/** How many of all, any and not are nested at most. */
export function depth(condition: Condition): number {
  if ('all' in condition) return 1 + Math.max(...condition.all.map(depth));
  if ('any' in condition) return 1 + Math.max(...condition.any.map(depth));
  return 'not' in condition ? 1 + depth(condition.not) : 0;
}

/** The comparisons of a condition as it is written. */
export function leaves(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(leaves);
  if ('any' in condition) return condition.any.flatMap(leaves);
  if ('not' in condition) return leaves(condition.not);
  return 'condition' in condition ? [] : [condition];
}

/** The names that a condition refers to. */
export function references(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(references);
  if ('any' in condition) return condition.any.flatMap(references);
  if ('not' in condition) return references(condition.not);
  return 'condition' in condition ? [condition.condition] : [];
}

/** Every way in which the model breaks what the format asks beyond its schema. */
export function faults(model: Model): string[] {
  const found: string[] = [];
  const must = (fault: string, holds: boolean): void => void (holds || found.push(fault));
  const reserved = ['composite', 'grade', 'stage', 'team', 'role', 'target', 'min', 'max'];
  const once = (ids: string[]): boolean => new Set(ids).size === ids.length;
  const {
    measures,
    metrics,
    groups,
    grades,
    bands,
    gradeRules = [],
    actions = [],
    conditions: named = [],
  } = model;
  must('names', once([...reserved, ...[...measures, ...metrics].map(({ id }) => id)]));
  for (const list of [groups, grades, gradeRules, actions, named])
    must('ids', once(list.map(({ id }) => id)));
  must('weights', metrics.reduce((sum, { weight }) => sum + exact(weight), 0n) === exact(100));
  must(
    'weight',
    metrics.every(({ weight }) => exact(weight) >= 0n),
  );
  must(
    'group',
    [...metrics.map(({ group }) => group), ...groups.flatMap(({ parent }) => parent ?? [])].every((id) =>
      groups.some((group) => group.id === id),
    ),
  );
  const line = bands.toSorted((a, b) =>
    a.from === undefined || (b.from !== undefined && exact(a.from) < exact(b.from)) ? -1 : 1,
  );
  must('ends', line[0]?.from === undefined && line.at(-1)?.to === undefined);
  for (const [i, { from, to }] of line.entries()) {
    const next = line[i + 1]?.from;
    must(
      'band',
      (from === undefined || to === undefined || exact(from) < exact(to)) &&
        (next === undefined) === (to === undefined) &&
        (next === undefined || to === undefined || exact(next) === exact(to)),
    );
  }
  must(
    'grade',
    [...bands, ...gradeRules.map((rule) => rule.event.params)].every(({ grade }) =>
      grades.some(({ id }) => id === grade),
    ),
  );
  for (const { formula, scoring, direction, target } of metrics) {
    const known = [...formulaWords, ...(target ? ['target'] : []), ...measures.map(({ id }) => id)];
    must(
      'formula',
      mentioned(formula).every((name) => known.includes(name)),
    );
    const { kind } = scoring;
    must('target', (kind !== 'ratioToTarget' && kind !== 'gapToTarget') || target !== undefined);
    if (kind === 'rating') {
      must('order', exact(scoring.from) < exact(scoring.to));
      continue;
    }
    if (kind === 'asIs' || kind === 'ratioToTarget' || kind === 'gapToTarget') {
      must(
        'clamp',
        scoring.floor === undefined ||
          scoring.cap === undefined ||
          exact(scoring.floor) <= exact(scoring.cap),
      );
      continue;
    }
    const points = kind === 'linear' ? [scoring.from, scoring.to] : kind === 'curve' ? scoring.points : [];
    const values = (
      kind === 'steps' ? scoring.steps.map(({ from }) => from) : points.map(({ value }) => value)
    ).map(exact);
    const scores = (
      kind === 'steps'
        ? [scoring.below, ...scoring.steps.map(({ score }) => score)]
        : points.map(({ score }) => score)
    ).map(exact);
    const ways = scores
      .slice(1)
      .map((score, i) => (direction === 'higherIsBetter' ? score - scores[i]! : scores[i]! - score));
    must(
      'order',
      values.slice(1).every((value, i) => value > values[i]!),
    );
    must(
      'direction',
      ways.every((way) => way >= 0n),
    );
  }
  for (const { conditions } of [...named, ...gradeRules, ...actions]) {
    must('depth', depth(conditions) <= 4);
    must(
      'reference',
      references(conditions).every((to) => named.some(({ id }) => id === to)),
    );
    for (const { fact, path } of leaves(conditions))
      must('path', metrics.some(({ id }) => id === fact) === (path !== undefined));
  }
  return found;
}
