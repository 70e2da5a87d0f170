import type { Conditions, Issue } from '../../schemas/index.ts';
import { conditionBound, conditionDepth, referencesOf } from './conditions.ts';
import { errorAt } from './issues.ts';

/** A filter of records, by its form: its columns are checked where datasets are known. Named conditions speak of facts. */
export function checkFilterForm(filter: Conditions | undefined, pointer: string): Issue[] {
  if (filter === undefined) return [];
  return [
    ...(conditionDepth(filter) > conditionBound
      ? [errorAt('conditions.tooDeep', pointer, { bound: conditionBound })]
      : []),
    ...referencesOf(filter, pointer).map(({ reference: { condition }, pointer: at }) =>
      errorAt('condition.inFilter', `${at}/condition`, { condition }),
    ),
  ];
}
