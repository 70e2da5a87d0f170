import type { Issue, Metric, Model } from '../../schemas/index.ts';
import { checkFormula, type FormulaScope } from '../formula/check-formula.ts';
import { parseFormula } from '../formula/formula.ts';
import { scoringKindOf } from '../scoring/index.ts';
import { errorAt, repeated } from './issues.ts';

/** Groups, formulas, targets and scorings of metrics. */
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
      ...checkTarget(metric, measures, `${at}/target`),
      ...scoringKindOf(metric.scoring).check(metric.scoring, {
        pointer: `${at}/scoring`,
        direction: metric.direction,
        hasTarget: metric.target !== undefined,
      }),
    ];
  });
}

/** What is wrong with the text of a formula. */
export function checkFormulaText(text: string, scope: FormulaScope, pointer: string): Issue[] {
  const parsed = parseFormula(text);
  return 'error' in parsed
    ? [errorAt('formula.syntax', pointer, { at: parsed.error.at, found: parsed.error.found })]
    : checkFormula(parsed.formula, scope, pointer);
}

function checkTarget({ target }: Metric, measures: ReadonlySet<string>, pointer: string): Issue[] {
  if (target?.kind === 'measure' && !measures.has(target.measure)) {
    return [errorAt('target.unknownMeasure', `${pointer}/measure`, { measure: target.measure })];
  }
  if (target?.kind !== 'stage') return [];
  return repeated(
    target.stages,
    ({ stage }) => stage,
    'target.stageRepeated',
    (index) => `${pointer}/stages/${index}/stage`,
  );
}
