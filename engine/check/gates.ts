import type { Issue, Model } from '../../schemas/index.ts';
import { allFacts, checkConditions } from './facts.ts';
import { errorAt } from './issues.ts';
import type { References } from './references.ts';

/** Gates: their conditions, and a cap that is known and not the best grade, which would cap nothing. */
export function checkGates(model: Model, references: References): Issue[] {
  const known = { facts: allFacts(model), references };
  return (model.gates ?? []).flatMap(({ conditions, cap }, index) => {
    const place = model.grades.findIndex(({ id }) => id === cap);
    const at = `/gates/${index}/cap`;
    return [
      ...checkConditions(conditions, `/gates/${index}/conditions`, known, model),
      ...(place === -1 ? [errorAt('grade.unknown', at, { grade: cap })] : []),
      ...(place === 0 ? [errorAt('gate.capsNothing', at, { grade: cap })] : []),
    ];
  });
}
