import type { Comparison, Conditions, Issue, Model } from '../../schemas/index.ts';
import { attributes } from '../model/names.ts';
import {
  checkValue,
  comparisonsOf,
  conditionBound,
  conditionDepth,
  valueItems,
  type FactKind,
} from './conditions.ts';
import { errorAt } from './issues.ts';

/** Grade rules and actions: known facts, fitting paths, comparable values, known grades. */
export function checkRules(model: Model): Issue[] {
  const facts = factsOf(model);
  const grades = new Set(model.grades.map(({ id }) => id));
  const check = (conditions: Conditions, pointer: string): Issue[] =>
    conditionDepth(conditions) > conditionBound
      ? [errorAt('conditions.tooDeep', pointer, { bound: conditionBound })]
      : comparisonsOf(conditions, pointer).flatMap((found) => checkComparison(found, facts, grades));
  return [
    ...(model.gradeRules ?? []).flatMap(({ conditions, event }, index) => [
      ...check(conditions, `/gradeRules/${index}/conditions`),
      ...(grades.has(event.params.grade)
        ? []
        : [
            errorAt('grade.unknown', `/gradeRules/${index}/event/params/grade`, {
              grade: event.params.grade,
            }),
          ]),
    ]),
    ...(model.actions ?? []).flatMap(({ conditions }, index) =>
      check(conditions, `/actions/${index}/conditions`),
    ),
  ];
}

function factsOf(model: Model): ReadonlyMap<string, FactKind | 'metric'> {
  return new Map<string, FactKind | 'metric'>([
    ...attributes.map((name) => [name, 'name'] as const),
    ['grade', 'name'],
    ['composite', 'number'],
    ...(model.ranking === undefined ? [] : [['rank', 'number'] as const]),
    ...model.measures.map(({ id }) => [id, 'number'] as const),
    ...model.metrics.map(({ id }) => [id, 'metric'] as const),
  ]);
}

function checkComparison(
  { comparison, pointer }: { comparison: Comparison; pointer: string },
  facts: ReadonlyMap<string, FactKind | 'metric'>,
  grades: ReadonlySet<string>,
): Issue[] {
  const { fact, path } = comparison;
  const kind = facts.get(fact);
  if (kind === undefined) return [errorAt('rule.unknownFact', `${pointer}/fact`, { fact })];
  if (kind === 'metric' && path === undefined) return [errorAt('rule.pathMissing', pointer, { fact })];
  if (kind !== 'metric' && path !== undefined)
    return [errorAt('rule.pathUnexpected', `${pointer}/path`, { fact })];
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
