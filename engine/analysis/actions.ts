import type { ActionRule, Issue, Model } from '../../schemas/index.ts';
import { casesOf, caseText } from './cases.ts';
import { asksMissing } from './conditions.ts';
import { findingAt } from './finding.ts';
import { holds } from './holds.ts';

/** Types of actions that say opposite things of somebody. */
const opposites: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['promotion'], ['improvement_plan', 'pip', 'not_eligible', 'no_promotion', 'warning', 'demotion']],
  [
    ['bonus', 'salary_extra', 'honour'],
    ['demotion', 'dismissal'],
  ],
];

/** Actions that contradict each other and can be proposed at once, with no conflict that says which stays. */
export function contradictoryActions(model: Model): Issue[] {
  const { actions = [], conflicts = [] } = model;
  return actions.flatMap((second, at) =>
    actions.slice(0, at).flatMap((first) => {
      const types = [first.event.type, second.event.type];
      const isSettled = conflicts.some((conflict) => types.every((type) => conflict.types.includes(type)));
      if ((isSettled && types[0] !== types[1]) || !contradict(first, second)) return [];
      if (asksMissing(first.conditions) || asksMissing(second.conditions)) return [];
      const both = casesOf([first.conditions, second.conditions], model)?.find(
        (one) => holds(first.conditions, one, model) && holds(second.conditions, one, model),
      );
      return both === undefined
        ? []
        : [
            findingAt('actions.contradictory', `/actions/${at}`, {
              action: second.id,
              other: first.id,
              example: caseText(both),
            }),
          ];
    }),
  );
}

function contradict(a: ActionRule, b: ActionRule): boolean {
  const [x, y] = [a.event, b.event];
  if (x.type === y.type) {
    return Object.entries(x.params ?? {}).some(([name, value]) => {
      const other = (y.params ?? {})[name];
      return (
        typeof value !== 'string' && other !== undefined && typeof other === typeof value && other !== value
      );
    });
  }
  return opposites.some(
    ([good, bad]) => (isGood(a, good) && bad.includes(y.type)) || (isGood(b, good) && bad.includes(x.type)),
  );
}

/** An action of a good kind that says no ("eligible": false) is none. */
function isGood({ event: { type, params = {} } }: ActionRule, good: readonly string[]): boolean {
  return good.includes(type) && !Object.values(params).includes(false);
}
