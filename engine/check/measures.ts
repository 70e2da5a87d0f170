import type { Issue, Model } from '../../schemas/index.ts';
import { isOfRecords } from '../measure/kinds.ts';
import { checkFilterForm } from './filters.ts';
import { errorAt, repeated } from './issues.ts';
import { checkMade } from './made-measures.ts';
import { checkRaters } from './raters.ts';

/** Measures; the columns they name belong to datasets and are checked where these are known. */
export function checkMeasures(model: Model): Issue[] {
  return model.measures.flatMap((measure, index) => {
    const { aggregate, window, smallest, computed = [] } = measure;
    const at = `/measures/${index}/aggregate`;
    const filters = [
      { pointer: `${at}/where`, conditions: 'where' in aggregate ? aggregate.where : undefined },
      { pointer: `${at}/of`, conditions: 'of' in aggregate ? aggregate.of : undefined },
    ];
    const ofRecords = window ?? smallest ?? measure.computed;
    const unused =
      !isOfRecords(measure) && ofRecords !== undefined
        ? [errorAt('measure.givenHasNoRecords', `/measures/${index}`)]
        : [];
    return [
      ...unused,
      ...filters.flatMap(({ pointer, conditions }) => checkFilterForm(conditions, pointer)),
      ...repeated(
        computed,
        ({ id }) => id,
        'id.repeated',
        (nth) => `/measures/${index}/computed/${nth}/id`,
      ),
      ...(aggregate.kind === 'raters' ? checkRaters(aggregate, at) : []),
      ...checkMade(model, measure, at),
    ];
  });
}
