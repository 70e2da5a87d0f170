import type { Issue, Model } from '../../schemas/index.ts';
import { checkFormula, type FormulaScope } from '../formula/check-formula.ts';
import { parseFormula } from '../formula/formula.ts';
import { scoringKindOf } from '../scoring/index.ts';
import { errorAt } from './issues.ts';

/** Groups, formulas and scorings of metrics. */
export function checkMetrics(model: Model): Issue[] {
  const groups = new Set(model.groups.map(({ id }) => id));
  const measures = new Set(model.measures.map(({ id }) => id));
  return model.metrics.flatMap((metric, index) => {
    const at = `/metrics/${index}`;
    return [
      ...(groups.has(metric.group) ? [] : [errorAt('group.unknown', `${at}/group`, { group: metric.group })]),
      ...checkFormulaText(
        metric.formula,
        { names: measures, hasTarget: metric.target !== undefined },
        `${at}/formula`,
      ),
      ...scoringKindOf(metric.scoring).check(metric.scoring, {
        pointer: `${at}/scoring`,
        direction: metric.direction,
        hasTarget: metric.target !== undefined,
      }),
    ];
  });
}

/** A formula as it is written, in what it may speak of. */
export function checkFormulaText(text: string, scope: FormulaScope, pointer: string): Issue[] {
  const parsed = parseFormula(text);
  return 'error' in parsed
    ? [errorAt('formula.syntax', pointer, { at: parsed.error.at, found: parsed.error.found })]
    : checkFormula(parsed.formula, scope, pointer);
}
