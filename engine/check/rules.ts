import type { Issue, Model } from '../../schemas/index.ts';
import { allFacts, checkConditions } from './facts.ts';
import { errorAt } from './issues.ts';
import type { References } from './references.ts';

/** Grade rules and actions: their conditions, and known grades. */
export function checkRules(model: Model, references: References): Issue[] {
  const known = { facts: allFacts(model), references };
  const grades = new Set(model.grades.map(({ id }) => id));
  return [
    ...(model.gradeRules ?? []).flatMap(({ conditions, event: { params } }, index) => [
      ...checkConditions(conditions, `/gradeRules/${index}/conditions`, known, model),
      ...(grades.has(params.grade)
        ? []
        : [errorAt('grade.unknown', `/gradeRules/${index}/event/params/grade`, { grade: params.grade })]),
    ]),
    ...(model.actions ?? []).flatMap(({ conditions }, index) =>
      checkConditions(conditions, `/actions/${index}/conditions`, known, model),
    ),
  ];
}
