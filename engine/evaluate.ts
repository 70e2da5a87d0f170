import type { Issue, MetricResult, Missing, Result } from '../schemas/index.ts';
import type { MetricSteps } from './model/compile-metric.ts';
import type { Program } from './model/compile.ts';
import { complete } from './complete.ts';
import { payIssues, payResult } from './pay/pay-result.ts';
import { figuresOf, type RowFigures } from './row-figures.ts';
import { actionsOf } from './result/actions.ts';
import { adjustmentIssues, extrasOf } from './result/extras.ts';
import type { Table } from './table.ts';
import { valuesOf } from './values-of.ts';
import { whyMissing } from './why-missing.ts';

/** What the model says of every subject of the table, in the table's order. */
export function evaluate(program: Program, table: Table): Result[] {
  const completed = complete(program, table);
  return completed.subjects.map((_, row) => evaluateRow(program, completed, row));
}

/** What the model says of one subject. */
export function evaluateRow(program: Program, table: Table, row: number): Result {
  return resultOf(program, figuresOf(valuesOf(program, table, row)), table, row);
}

/** The result of a row, from what its steps came to. */
export function resultOf(program: Program, figures: RowFigures, table: Table, row: number): Result {
  const why = (step: number) => whyMissing(program.steps, figures, step, table, row);
  const composite = figures.fixed(program.composite, program.compositePlaces);
  const held = program.held !== undefined && figures.holds(program.held);
  const grade = figures.text(program.grade);
  const gradeRule =
    grade === null ? undefined : program.gradeRules.find(({ verdict }) => figures.holds(verdict));

  const metrics: Record<string, MetricResult> = {};
  const issues: Issue[] = [];
  for (const [index, steps] of program.metrics.entries()) {
    const result = metricResult(steps, figures, why);
    metrics[steps.id] = result;
    if (result.missing !== undefined)
      issues.push(missingIssue(steps.id, `/metrics/${index}`, result.missing));
  }
  issues.push(...adjustmentIssues(program, figures));
  const pay = payResult(program, figures, why);
  if (pay !== undefined) issues.push(...payIssues(program, pay));
  if (held) issues.push({ code: 'subject.held', severity: 'warning', pointer: '' });

  return {
    subject: table.subjects[row]!,
    status: held ? 'held' : composite === null ? 'ungraded' : 'graded',
    composite,
    ...extrasOf(program, figures),
    grade,
    ...(gradeRule && { gradeRule: gradeRule.rule.id }),
    ...gatesOf(program, figures),
    ...rankOf(program, figures),
    metrics,
    ...(held ? { actions: [] } : actionsOf(program, figures)),
    ...(pay && { pay }),
    issues,
  };
}

function rankOf({ rank, compositePlaces }: Program, figures: RowFigures): Pick<Result, 'rank'> {
  if (rank === undefined || figures.missing(rank.position)) return {};
  return {
    rank: {
      position: Number(figures.fixed(rank.position, 0)),
      of: Number(figures.fixed(rank.of, 0)),
      toNext: figures.fixed(rank.toNext, compositePlaces),
      margin: figures.fixed(rank.margin, compositePlaces),
    },
  };
}

function metricResult(
  { value, exactScore, score, weighted, target, level, places }: MetricSteps,
  figures: RowFigures,
  why: (step: number) => Missing,
): MetricResult {
  const missing = figures.missing(exactScore) ? why(exactScore) : undefined;
  return {
    value: figures.fixed(value, places.value),
    score: figures.fixed(score, places.score),
    weighted: figures.exact(weighted),
    ...(target !== undefined && { target: figures.exact(target) }),
    ...(level !== undefined && { level: wholeOf(figures.fixed(level, 0)) }),
    ...(missing && { missing }),
  };
}

function wholeOf(figure: string | null): number | null {
  return figure === null ? null : Number(figure);
}

function gatesOf({ gates, grade }: Program, figures: RowFigures): Pick<Result, 'gates'> {
  if (figures.text(grade) === null) return {};
  const fired = gates.filter(({ verdict }) => figures.holds(verdict)).map(({ gate }) => gate.id);
  return fired.length === 0 ? {} : { gates: fired };
}

function missingIssue(metric: string, pointer: string, { reason, of }: Missing): Issue {
  const params = { metric, reason, ...(of !== undefined && { of }) };
  return { code: 'metric.missing', severity: 'warning', pointer, params };
}
