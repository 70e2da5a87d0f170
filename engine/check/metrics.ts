import type { Issue, Metric, Model } from '../../schemas/index.ts';
import { formulaNodes, isFormulaFunction, parseFormula, type Formula } from '../formula/formula.ts';
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
      ...checkFormula(metric, measures, `${at}/formula`),
      ...checkTarget(metric, measures, `${at}/target`),
      ...scoringKindOf(metric.scoring).check(metric.scoring, {
        pointer: `${at}/scoring`,
        direction: metric.direction,
        hasTarget: metric.target !== undefined,
      }),
    ];
  });
}

function checkFormula(
  { formula: text, target }: Metric,
  measures: ReadonlySet<string>,
  pointer: string,
): Issue[] {
  const parsed = parseFormula(text);
  if ('error' in parsed) {
    return [errorAt('formula.syntax', pointer, { at: parsed.error.at, found: parsed.error.found })];
  }
  return [...formulaNodes(parsed.formula)].flatMap((node) => {
    const code = trouble(node, measures, target !== undefined);
    return code === undefined ? [] : [errorAt(code, pointer, { at: node.at, found: wordOf(node) })];
  });
}

function trouble(node: Formula, measures: ReadonlySet<string>, hasTarget: boolean): string | undefined {
  switch (node.kind) {
    case 'name':
      if (node.name === 'target') return hasTarget ? undefined : 'formula.noTarget';
      return measures.has(node.name) ? undefined : 'formula.unknownName';
    case 'call':
      return isFormulaFunction(node.name) ? undefined : 'formula.unknownFunction';
    case 'number':
      return /^\d{1,15}(\.\d{1,10})?$/.test(node.text) ? undefined : 'formula.tooPrecise';
    default:
      return undefined;
  }
}

function wordOf(node: Formula): string {
  return 'name' in node ? node.name : 'text' in node ? node.text : '';
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
