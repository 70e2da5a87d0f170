import type { Issue, Model, Points, PointsBound } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import { compare, zero } from '../number/rational.ts';
import { checkConditions, measuredFacts } from './facts.ts';
import { checkFormulaText } from './metrics.ts';
import { errorAt } from './issues.ts';
import type { References } from './references.ts';

/** Points: either a value or a formula, over what is known before the composite, and bounds in order. */
export function checkPoints(model: Model, references: References): Issue[] {
  const { points = [], pointsBound } = model;
  return [
    ...points.flatMap((item, index) => checkOne(model, item, `/points/${index}`, references)),
    ...(pointsBound === undefined ? [] : checkBound(pointsBound, points)),
  ];
}

function checkOne(model: Model, item: Points, pointer: string, references: References): Issue[] {
  const { conditions, value, formula, atLeast, atMost } = item;
  const facts = measuredFacts(model);
  const names = [...facts].flatMap(([name, kind]) => (kind === 'name' ? [] : [name]));
  const issues: Issue[] = [];
  if (conditions !== undefined) {
    issues.push(...checkConditions(conditions, `${pointer}/conditions`, { facts, references }, model));
  }
  if ((value === undefined) === (formula === undefined)) issues.push(errorAt('points.oneFigure', pointer));
  if (formula === undefined) {
    if (atLeast !== undefined || atMost !== undefined) issues.push(errorAt('points.boundsUnused', pointer));
    return issues;
  }
  const scope = { names: new Set(names), hasTarget: false };
  return [...issues, ...checkFormulaText(formula, scope, `${pointer}/formula`), ...crossed(item, pointer)];
}

/** A bound that leaves no points at all out would give points to everybody. */
function checkBound(bound: PointsBound, points: readonly Points[]): Issue[] {
  const at = '/pointsBound';
  const { atLeast, atMost } = bound;
  const sides = [
    ...(atLeast !== undefined && compare(parseDecimal(atLeast)!, zero) > 0 ? ['atLeast'] : []),
    ...(atMost !== undefined && compare(parseDecimal(atMost)!, zero) < 0 ? ['atMost'] : []),
  ];
  return [
    ...(points.length === 0 ? [errorAt('points.boundUnused', at)] : []),
    ...sides.map((side) => errorAt('points.boundWithoutZero', `${at}/${side}`)),
  ];
}

function crossed({ atLeast, atMost }: PointsBound, pointer: string): Issue[] {
  return atLeast !== undefined &&
    atMost !== undefined &&
    compare(parseDecimal(atLeast)!, parseDecimal(atMost)!) > 0
    ? [errorAt('points.boundsCrossed', `${pointer}/atLeast`)]
    : [];
}
