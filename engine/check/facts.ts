import type { Comparison, Conditions, Issue, Model } from '../../schemas/index.ts';
import { attributes } from '../model/names.ts';
import {
  checkValue,
  comparisonsOf,
  conditionBound,
  referencesOf,
  valueItems,
  type FactKind,
} from './conditions.ts';
import { errorAt } from './issues.ts';
import { extentOf, type References } from './references.ts';

/** What conditions at a place may ask, by name. */
export type Facts = ReadonlyMap<string, FactKind | 'metric' | 'levelledMetric'>;

/** What is known of a subject before anything is computed: measures, stage, team and role. */
export function givenFacts({ measures }: Model): Facts {
  return new Map([
    ...attributes.map((name) => [name, 'name'] as const),
    ...measures.map(({ id }) => [id, 'number'] as const),
  ]);
}

/** What is known before the composite: also metrics. */
export function measuredFacts(model: Model): Facts {
  return new Map([
    ...givenFacts(model),
    ...model.metrics.map(
      ({ id, target }) => [id, target?.kind === 'levels' ? 'levelledMetric' : 'metric'] as const,
    ),
  ]);
}

/** What is known in the end: also composite, grade and rank. */
export function allFacts(model: Model): Facts {
  return new Map([
    ...measuredFacts(model),
    ['grade', 'name'] as const,
    ['composite', 'number'] as const,
    ...(model.ranking === undefined ? [] : [['rank', 'number'] as const]),
  ]);
}

/** What conditions at a place may speak of: facts, and named conditions that ask no others. */
export interface Known {
  readonly facts: Facts;
  readonly references: References;
}

/** Conditions of a model: known facts, fitting paths, comparable values, known grades, references that lead somewhere. */
export function checkConditions(
  conditions: Conditions,
  pointer: string,
  { facts, references: { extents } }: Known,
  { grades }: Model,
): Issue[] {
  if (extentOf(conditions, extents).depth > conditionBound) {
    return [errorAt('conditions.tooDeep', pointer, { bound: conditionBound })];
  }
  const known = new Set(grades.map(({ id }) => id));
  return [
    ...comparisonsOf(conditions, pointer).flatMap((found) => checkComparison(found, facts, known)),
    ...referencesOf(conditions, pointer).flatMap(({ reference: { condition }, pointer: at }) => {
      const asked = extents.get(condition)?.facts;
      if (asked === undefined) return [errorAt('condition.unknown', `${at}/condition`, { condition })];
      const fact = [...asked].find((name) => !facts.has(name));
      return fact === undefined
        ? []
        : [errorAt('condition.asksUnknown', `${at}/condition`, { condition, fact })];
    }),
  ];
}

function checkComparison(
  { comparison, pointer }: { comparison: Comparison; pointer: string },
  facts: Facts,
  grades: ReadonlySet<string>,
): Issue[] {
  const { fact, path } = comparison;
  const kind = facts.get(fact);
  if (kind === undefined) return [errorAt('rule.unknownFact', `${pointer}/fact`, { fact })];
  const isMetric = kind === 'metric' || kind === 'levelledMetric';
  if (isMetric && path === undefined) return [errorAt('rule.pathMissing', pointer, { fact })];
  if (!isMetric && path !== undefined) return [errorAt('rule.pathUnexpected', `${pointer}/path`, { fact })];
  if (kind === 'metric' && path === 'level') return [errorAt('rule.noLevels', `${pointer}/path`, { fact })];
  return checkValue(comparison, kind === 'name' ? 'name' : 'number', pointer).concat(
    fact === 'grade' ? unknownGrades(comparison, grades, pointer) : [],
  );
}

function unknownGrades(
  { operator, value }: Comparison,
  grades: ReadonlySet<string>,
  pointer: string,
): Issue[] {
  if (operator === 'isMissing') return [];
  return valueItems(value, pointer).flatMap(({ item, at }) =>
    typeof item !== 'string' || grades.has(item) ? [] : [errorAt('grade.unknown', at, { grade: item })],
  );
}
