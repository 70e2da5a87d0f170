import type { Conditions, Issue, Model } from '../../schemas/index.ts';
import { allFacts, checkConditions } from './facts.ts';
import { errorAt } from './issues.ts';
import { extentOf, type References } from './references.ts';

/** How many parts the conditions of a model may have, references written out: about as many as fit in a document. */
const nodeBound = 5000;

/** Named conditions: what they ask is known in the end, none leads back to itself, and all together stay small. */
export function checkNamedConditions(model: Model, references: References): Issue[] {
  const { conditions: list = [] } = model;
  if (list.length === 0) return [];
  const facts = allFacts(model);
  const nodes = conditionsOf(model).reduce((sum, item) => sum + extentOf(item, references.extents).nodes, 0);
  return [
    ...references.cycles,
    ...list.flatMap(({ conditions }, index) =>
      checkConditions(conditions, `/conditions/${index}/conditions`, { facts, references }, model),
    ),
    ...(nodes > nodeBound ? [errorAt('conditions.tooLarge', '/conditions', { bound: nodeBound })] : []),
  ];
}

/** All conditions that are asked of a subject: what is named counts where it is referred to. */
function conditionsOf({ metrics, overlays = [], points = [], ...rules }: Model): Conditions[] {
  const { gradeRules = [], gates = [], actions = [] } = rules;
  const cases = metrics.flatMap(({ target }) => (target?.kind === 'condition' ? target.cases : []));
  return [...cases, ...overlays, ...points, ...gradeRules, ...gates, ...actions].flatMap(
    ({ conditions }) => conditions ?? [],
  );
}
