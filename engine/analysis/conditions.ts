import { comparisonsOf } from '../check/conditions.ts';
import type { Condition, Issue, Model } from '../../schemas/index.ts';
import { casesOf } from './cases.ts';
import { findingAt } from './finding.ts';
import { holds } from './holds.ts';

/** Conditions of a model, each with its JSON pointer. */
export function rootsOf(model: Model): { readonly node: Condition; readonly pointer: string }[] {
  const lists = ['conditions', 'overlays', 'points', 'gradeRules', 'gates', 'actions'] as const;
  return [
    ...lists.flatMap((list) =>
      (model[list] ?? []).flatMap((item, index) =>
        item.conditions === undefined
          ? []
          : [{ node: item.conditions, pointer: `/${list}/${index}/conditions` }],
      ),
    ),
    ...model.metrics.flatMap(({ target }, index) =>
      target?.kind === 'condition'
        ? target.cases.map(({ conditions }, at) => ({
            node: conditions,
            pointer: `/metrics/${index}/target/cases/${at}/conditions`,
          }))
        : [],
    ),
  ];
}

/** Conditions that hold in no case, or in every one; and comparisons within others that do. Decided over all cases. */
export function constantConditions(model: Model): Issue[] {
  return rootsOf(model).flatMap(({ node, pointer }) => {
    const whole = constancy(node, model);
    if (whole === 'never') return [findingAt('condition.neverTrue', pointer)];
    if (whole === 'always') return [findingAt('condition.alwaysTrue', pointer)];
    return comparisonsOf(node, pointer).flatMap((found) => {
      const part = constancy(found.comparison, model);
      const { fact } = found.comparison;
      if (part === 'never') return [findingAt('condition.neverTrue', found.pointer, { fact })];
      return part === 'always' ? [findingAt('condition.alwaysTrue', found.pointer, { fact })] : [];
    });
  });
}

function constancy(node: Condition, model: Model): 'never' | 'always' | 'sometimes' {
  // Whether something is missing changes from one to the other.
  if (asksMissing(node)) return 'sometimes';
  const cases = casesOf([node], model);
  if (cases === undefined || cases.length === 0) return 'sometimes';
  const count = cases.filter((one) => holds(node, one, model)).length;
  return count === 0 ? 'never' : count === cases.length ? 'always' : 'sometimes';
}

/** Whether conditions ask if something is missing: then they are not told by figures alone. */
export function asksMissing(node: Condition): boolean {
  return JSON.stringify(node).includes('"isMissing"');
}
