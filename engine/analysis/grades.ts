import type { Issue, Model } from '../../schemas/index.ts';
import { risingBands } from '../model/bands.ts';
import { parseDecimal } from '../number/decimal.ts';
import { compare, type Rational } from '../number/rational.ts';
import { casesOf, caseText } from './cases.ts';
import { asksMissing } from './conditions.ts';
import { findingAt } from './finding.ts';
import { holds, type Case, type Cell } from './holds.ts';

/**
 * A better figure that gives a worse grade: by the bands, or by grade rules and gates. Over all cases of composite and
 * scores, as if each could be whatever the others are.
 */
export function fallingGrades(model: Model): Issue[] {
  const { gradeRules = [], gates = [], bands } = model;
  const nodes = [...gradeRules, ...gates].map(({ conditions }) => conditions);
  if (nodes.some(asksMissing) || model.ranking !== undefined) return [];
  const edges = bands.flatMap(({ from }) => (from === undefined ? [] : [parseDecimal(from)!]));
  // The grade that rules ask for follows from the composite.
  const cases = casesOf(nodes, model, new Map([['composite', edges]]))?.filter(
    (one) => !one.has('grade') || one.get('grade') === bandOf(model, one),
  );
  if (cases === undefined) return [];
  const better = betterFacts(model);
  const groups = new Map<string, Case[]>();
  const keys = [...(cases[0]?.keys() ?? [])].filter((key) => better.has(key));
  for (const key of keys) {
    for (const one of cases) {
      const rest = JSON.stringify(
        [...one]
          .filter(([other]) => other !== key && other !== 'grade')
          .map(([name, cell]) => [name, cellText(cell)]),
      );
      const id = `${key}\n${rest}`;
      groups.set(id, [...(groups.get(id) ?? []), one]);
    }
  }
  const found = new Map<string, Issue>();
  for (const [id, list] of groups) {
    const key = id.slice(0, id.indexOf('\n'));
    if (found.has(key)) continue;
    const rising = list.toSorted(
      (a, b) => better.get(key)! * compare(a.get(key) as Rational, b.get(key) as Rational),
    );
    for (const [at, one] of rising.entries()) {
      const next = rising[at + 1];
      if (next === undefined || rankOf(model, next) <= rankOf(model, one)) continue;
      const params = { fact: key, example: caseText(one), next: caseText(next) };
      found.set(key, findingAt('grade.notMonotone', pointerOf(model, next), params));
      break;
    }
  }
  return [...found.values()];
}

/** By fact, 1 where higher is better, -1 where lower is. */
function betterFacts({ metrics }: Model): ReadonlyMap<string, 1 | -1> {
  return new Map([
    ['composite', 1 as const],
    ...metrics.flatMap(({ id, direction }) => [
      [`${id}.score`, 1 as const] as const,
      [`${id}.value`, direction === 'lowerIsBetter' ? (-1 as const) : (1 as const)] as const,
    ]),
  ]);
}

function bandOf({ bands }: Model, one: Case): string {
  const composite = one.get('composite') as Rational;
  const rising = risingBands(bands);
  const band = rising.findLast(
    ({ band: { from } }) => from === undefined || compare(composite, parseDecimal(from)!) >= 0,
  );
  return (band ?? rising[0]!).band.grade;
}

/** The place of the grade in the end among the grades, the best first. */
function rankOf(model: Model, one: Case): number {
  const { grades, gates = [] } = model;
  const place = (grade: string) => grades.findIndex(({ id }) => id === grade);
  const rule = ruleOf(model, one);
  let rank = place(rule?.event.params.grade ?? bandOf(model, one));
  for (const { conditions, cap } of gates) {
    if (holds(conditions, one, model)) rank = Math.max(rank, place(cap));
  }
  return rank;
}

function ruleOf(model: Model, one: Case) {
  return (model.gradeRules ?? [])
    .toSorted((a, b) => (b.priority ?? 1) - (a.priority ?? 1))
    .find(({ conditions }) => holds(conditions, one, model));
}

function pointerOf(model: Model, one: Case): string {
  const gate = (model.gates ?? []).findIndex(({ conditions }) => holds(conditions, one, model));
  if (gate !== -1) return `/gates/${gate}`;
  const rule = ruleOf(model, one);
  return rule === undefined ? '/bands' : `/gradeRules/${(model.gradeRules ?? []).indexOf(rule)}`;
}

function cellText(cell: Cell): string {
  return typeof cell === 'string' ? cell : `${cell.n}/${cell.d}`;
}
