import type { Issue, Model } from '../../schemas/index.ts';
import { conditionDepth, conditionBound } from './conditions.ts';
import { errorAt } from './issues.ts';

/** Filters of measures: their columns belong to the dataset and are checked where it is known; here only their depth. */
export function checkMeasures(model: Model): Issue[] {
  return model.measures.flatMap(({ aggregate, window, smallest }, index) => {
    const at = `/measures/${index}/aggregate`;
    const filters = [
      { pointer: `${at}/where`, conditions: 'where' in aggregate ? aggregate.where : undefined },
      { pointer: `${at}/of`, conditions: 'of' in aggregate ? aggregate.of : undefined },
    ];
    const unused =
      aggregate.kind === 'given' && (window !== undefined || smallest !== undefined)
        ? [errorAt('measure.givenHasNoRecords', `/measures/${index}`)]
        : [];
    const tooDeep = filters.flatMap(({ pointer, conditions }) =>
      conditions !== undefined && conditionDepth(conditions) > conditionBound
        ? [errorAt('conditions.tooDeep', pointer, { bound: conditionBound })]
        : [],
    );
    return [...unused, ...tooDeep];
  });
}
