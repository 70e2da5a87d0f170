import type { Issue, LevelsTarget, Metric, Model, TargetFigure, TargetLevel } from '../../schemas/index.ts';
import { namesIn } from '../formula/formula-text.ts';
import { parseDecimal } from '../number/decimal.ts';
import { compare } from '../number/rational.ts';
import { checkConditions, givenFacts } from './facts.ts';
import { errorAt, repeated } from './issues.ts';
import type { References } from './references.ts';

/** Targets of metrics: known measures, each stage once, conditions over what is given, levels in order. */
export function checkTargets(model: Model, references: References): Issue[] {
  return model.metrics.flatMap((metric, index) =>
    checkTarget(model, metric, `/metrics/${index}`, references),
  );
}

function checkTarget(model: Model, metric: Metric, at: string, references: References): Issue[] {
  const { target } = metric;
  const pointer = `${at}/target`;
  switch (target?.kind) {
    case undefined:
    case 'constant':
      return [];
    case 'measure':
      return unknownMeasure(model, target, pointer);
    case 'stage':
      return repeated(
        target.stages,
        ({ stage }) => stage,
        'target.stageRepeated',
        (index) => `${pointer}/stages/${index}/stage`,
      );
    case 'condition': {
      const known = { facts: givenFacts(model), references };
      return [
        ...target.cases.flatMap((entry, index) => [
          ...checkConditions(entry.conditions, `${pointer}/cases/${index}/conditions`, known, model),
          ...unknownMeasure(model, entry, `${pointer}/cases/${index}`),
        ]),
        ...(target.otherwise ? unknownMeasure(model, target.otherwise, `${pointer}/otherwise`) : []),
      ];
    }
    case 'levels':
      return [
        ...(usesTarget(metric) ? [errorAt('target.levelsInFormula', `${at}/formula`)] : []),
        ...repeated(
          target.levels,
          ({ id }) => id,
          'id.repeated',
          (index) => `${pointer}/levels/${index}/id`,
        ),
        ...checkLevels(model, metric, target, `${pointer}/levels`),
      ];
  }
}

function unknownMeasure(
  { measures }: Model,
  { measure }: TargetFigure,
  pointer: string,
  property = 'measure',
): Issue[] {
  if (measure === undefined || measures.some(({ id }) => id === measure)) return [];
  return [errorAt('target.unknownMeasure', `${pointer}/${property}`, { measure })];
}

function checkLevels(
  model: Model,
  { direction }: Metric,
  { levels }: LevelsTarget,
  pointer: string,
): Issue[] {
  return levels.flatMap((level, index) => {
    const at = `${pointer}/${index}`;
    const { growth } = level;
    const before = levels.slice(0, index).findLast((other) => comparable(other, level));
    const rise = before === undefined ? 1 : compare(figureOf(level)!, figureOf(before)!);
    return [
      ...unknownMeasure(model, level, at),
      ...(growth ? unknownMeasure(model, { measure: growth.baseline }, `${at}/growth`, 'baseline') : []),
      ...(before !== undefined && (direction === 'higherIsBetter' ? rise <= 0 : rise >= 0)
        ? [errorAt('target.levelsNotRising', at, { id: level.id })]
        : []),
    ];
  });
}

/** Whether the model alone says which of two levels is the higher: both constants, or growth on one baseline. */
function comparable(a: TargetLevel, b: TargetLevel): boolean {
  if (a.value !== undefined) return b.value !== undefined;
  return a.growth !== undefined && a.growth.baseline === b.growth?.baseline;
}

function figureOf({ value, growth }: TargetLevel) {
  return parseDecimal(value ?? growth!.percent);
}

/** An unreadable formula is somebody else's finding. */
function usesTarget({ formula }: Metric): boolean {
  return namesIn(formula).includes('target');
}
