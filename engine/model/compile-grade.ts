import type { ActionRule, Band, GradeRule } from '../../schemas/index.ts';
import { compileConditions, type Vocabulary } from '../condition/compile-condition.ts';
import { parseDecimal } from '../number/decimal.ts';
import type { Builder, StepRef } from '../program/builder.ts';
import { risingBands } from './bands.ts';

/** A rule and where its verdict stands in the program. */
export interface RuleSteps<R> {
  readonly rule: R;
  /** The conditions: true, false or unknown. */
  readonly verdict: StepRef;
}

/** The grade of the band that the composite lies in; missing where there is no composite. */
export function compileBands(builder: Builder, bands: readonly Band[], composite: StepRef): StepRef {
  const [lowest, ...higher] = risingBands(bands);
  const grade = (index: number, id: string) => builder.model('grade.', `/bands/${index}/grade`, id);
  const inBand = higher.reduce(
    (below, { band, index }) => {
      const from = builder.model('grade.', `/bands/${index}/from`, parseDecimal(band.from!)!);
      const under = builder.step('grade.', 'less', [composite, from]);
      return builder.step('grade.', 'choose', [under, below, grade(index, band.grade)]);
    },
    grade(lowest!.index, lowest!.band.grade),
  );
  const missing = builder.step('grade.', 'missing', [composite]);
  const nothing = builder.nothing('grade.', { reason: 'noScores', pointer: '/bands' });
  return builder.step('grade.band', 'choose', [missing, nothing, inBand]);
}

/** Rules in the order in which they count: by falling priority, equals as they stand. */
export function byPriority<R extends { readonly priority?: number }>(rules: readonly R[]): R[] {
  return rules.toSorted((a, b) => (b.priority ?? 1) - (a.priority ?? 1));
}

/** The verdicts of rules, in the order in which they count. */
export function compileRules<R extends GradeRule | ActionRule>(
  builder: Builder,
  rules: readonly R[],
  list: 'gradeRules' | 'actions',
  known: Vocabulary,
): RuleSteps<R>[] {
  return byPriority(rules).map((rule) => {
    const id = `${list}:${rule.id}`;
    const pointer = `/${list}/${rules.indexOf(rule)}/conditions`;
    return { rule, verdict: compileConditions(builder, rule.conditions, { id, pointer, ...known }) };
  });
}

/** The grade before gates: of the first grade rule that fires, else the band's; missing where there is no composite. */
export function compileGrade(
  builder: Builder,
  rules: readonly RuleSteps<GradeRule>[],
  model: readonly GradeRule[],
  band: StepRef,
  id: string,
): StepRef {
  const ruled = rules.reduceRight((otherwise, { rule, verdict }) => {
    const pointer = `/gradeRules/${model.indexOf(rule)}/event/params/grade`;
    const grade = builder.model('grade.', pointer, rule.event.params.grade);
    return builder.step('grade.', 'choose', [verdict, grade, otherwise]);
  }, band);
  const missing = builder.step('grade.', 'missing', [band]);
  return builder.step(id, 'choose', [missing, band, ruled]);
}
