import type { Comparison, Model } from '../../schemas/index.ts';
import { conditionExpression } from './conditions.ts';
import { binary, choose, name, number, round, text, type Assignment, type Expression } from './expression.ts';
import { formulaExpression } from './formula.ts';
import { scoreExpression } from './scoring.ts';

/** All that a model computes, in order; what is asked of it stands under these names. */
export interface Calculation {
  readonly model: Model;
  /** Values, scores, composite, and the grade of the bands. */
  readonly figures: readonly Assignment[];
  /** Grade rules, the grade, and actions. */
  readonly rules: readonly Assignment[];
}

export const valueName = (metric: string) => `${metric}_value`;
export const scoreName = (metric: string) => `${metric}_score`;
export const gradeRuleName = (rule: string) => `grade_rule_${rule}`;
export const actionName = (rule: string) => `action_${rule}`;
export const bandName = 'band_grade';

/** What the workload's models compute: nothing is missing, values are not negative, weights are whole numbers. */
export function calculationOf(model: Model): Calculation {
  const nameWith = (grade: string) => (fact: string, path?: Comparison['path']) => {
    if (path !== undefined) return path === 'value' ? valueName(fact) : scoreName(fact);
    return fact === 'grade' ? grade : fact;
  };
  const metrics = model.metrics.flatMap(({ id, formula, scoring }): Assignment[] => [
    { name: valueName(id), expression: round(formulaExpression(formula), 4) },
    { name: scoreName(id), expression: round(scoreExpression(scoring, name(valueName(id))), 4) },
  ]);
  const gradeRules = (model.gradeRules ?? []).toSorted((a, b) => (b.priority ?? 1) - (a.priority ?? 1));
  const grade = gradeRules.reduceRight<Expression>(
    (otherwise, { id, event }) => choose(name(gradeRuleName(id)), text(event.params.grade), otherwise),
    name(bandName),
  );
  return {
    model,
    figures: [
      ...metrics,
      { name: 'composite', expression: compositeOf(model) },
      { name: bandName, expression: bandOf(model) },
    ],
    rules: [
      ...gradeRules.map(({ id, conditions }) => ({
        name: gradeRuleName(id),
        expression: conditionExpression(conditions, nameWith(bandName)),
      })),
      { name: 'grade', expression: grade },
      ...(model.actions ?? []).map(({ id, conditions }) => ({
        name: actionName(id),
        expression: conditionExpression(conditions, nameWith('grade')),
      })),
    ],
  };
}

function compositeOf({ metrics }: Model): Expression {
  const sum = metrics
    .map(({ id, weight }) => binary('mul', name(scoreName(id)), number(Number(weight))))
    .reduce((left, right) => binary('add', left, right));
  return round(binary('div', sum, number(100)), 2);
}

function bandOf({ bands }: Model): Expression {
  return bands.reduceRight<Expression>(
    (lower, { grade, from }) =>
      from === undefined
        ? text(grade)
        : choose(binary('atMost', number(Number(from)), name('composite')), text(grade), lower),
    text(bands.at(-1)!.grade),
  );
}
