import type { Issue } from '../../schemas/index.ts';
import { errorAt } from '../check/issues.ts';
import { partsOf, type Formula } from './formula.ts';
import { functionOf, type FormulaType } from './functions.ts';

/** What a formula may speak of. */
export interface FormulaScope {
  /** Measures; in formulas of pay also figures of metrics and groups, and lines before. */
  readonly names: ReadonlySet<string>;
  readonly hasTarget: boolean;
}

/** How far a number is rounded, and how high it is raised, in a formula. */
const [mostPlaces, mostPower] = [10, 10];

/** What is wrong with a parsed formula, each issue with the position of the word it is about. */
export function checkFormula(formula: Formula, scope: FormulaScope, pointer: string): Issue[] {
  const issues: Issue[] = [];
  const blame = (node: Formula, code: string, params: Readonly<Record<string, string | number>> = {}) =>
    issues.push(errorAt(code, pointer, { at: node.at, found: wordOf(node), ...params }));

  /** Looks into a node; it is to come to what is wanted. */
  const look = (node: Formula, wanted: FormulaType): void => {
    if (typeOf(node) !== wanted) blame(node, wanted === 'number' ? 'formula.notNumber' : 'formula.notTruth');
    switch (node.kind) {
      case 'number':
        if (!/^\d{1,15}(\.\d{1,10})?$/.test(node.text)) blame(node, 'formula.tooPrecise');
        return;
      case 'name':
        if (node.name === 'target') {
          if (!scope.hasTarget) blame(node, 'formula.noTarget');
        } else if (!scope.names.has(node.name)) blame(node, 'formula.unknownName');
        return;
      case 'power':
        if (Math.abs(node.exponent) > mostPower) blame(node, 'formula.power', { most: mostPower });
        look(node.base, 'number');
        return;
      case 'call':
        return lookAtCall(node);
      default:
        for (const part of partsOf(node)) look(part, 'number');
    }
  };

  const lookAtCall = (node: Extract<Formula, { kind: 'call' }>): void => {
    if (node.name === 'round') {
      const [a, places, ...more] = node.args;
      if (more.length > 0) blame(node, 'formula.argumentCount', { least: 1, most: 2 });
      if (places !== undefined && placesOf(places) === undefined)
        blame(places, 'formula.places', { most: mostPlaces });
      look(a!, 'number');
      return;
    }
    const known = functionOf(node.name);
    if (known === undefined) {
      blame(node, 'formula.unknownFunction');
      return;
    }
    const [least, most] = known.count;
    if (node.args.length < least || node.args.length > most) {
      blame(node, 'formula.argumentCount', { least, most });
    }
    for (const [index, arg] of node.args.entries()) look(arg, known.takes[index] ?? known.takes.at(-1)!);
  };

  look(formula, 'number');
  return issues;
}

/** The places that a formula rounds to; undefined where they are not written as a whole number within bounds. */
export function placesOf(node: Formula): number | undefined {
  if (node.kind !== 'number' || node.percent === true || !/^\d{1,2}$/.test(node.text)) return undefined;
  return Number(node.text) <= mostPlaces ? Number(node.text) : undefined;
}

function typeOf(node: Formula): FormulaType {
  if (node.kind === 'compare') return 'truth';
  return node.kind === 'call' ? (functionOf(node.name)?.gives ?? 'number') : 'number';
}

function wordOf(node: Formula): string {
  return 'name' in node ? node.name : 'text' in node ? node.text : '';
}
