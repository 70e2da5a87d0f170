import type { Action, Issue, MetricResult, Missing, Result } from '../schemas/index.ts';
import type { MetricSteps } from './model/compile-metric.ts';
import type { Program } from './model/compile.ts';
import type { Value } from './program/operations.ts';
import { runProgram } from './program/run.ts';
import { figuresOf, type RowFigures } from './row-figures.ts';
import { cellOf, type Table } from './table.ts';
import { whyMissing } from './why-missing.ts';

/** The values of all steps of a program for one row. */
export function valuesOf(program: Program, table: Table, row: number): Value[] {
  return runProgram(program.steps, (name) => cellOf(table, name, row));
}

/** What the model says of every subject of the table, in the table's order. */
export function evaluate(program: Program, table: Table): Result[] {
  return table.subjects.map((_, row) => evaluateRow(program, table, row));
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
  if (held) issues.push({ code: 'subject.held', severity: 'warning', pointer: '' });

  return {
    subject: table.subjects[row]!,
    status: held ? 'held' : composite === null ? 'ungraded' : 'graded',
    composite,
    grade,
    ...(gradeRule && { gradeRule: gradeRule.rule.id }),
    metrics,
    actions: held ? [] : actionsOf(program, figures),
    issues,
  };
}

function metricResult(
  { value, exactScore, score, weighted, places }: MetricSteps,
  figures: RowFigures,
  why: (step: number) => Missing,
): MetricResult {
  const missing = figures.missing(exactScore) ? why(exactScore) : undefined;
  return {
    value: figures.fixed(value, places.value),
    score: figures.fixed(score, places.score),
    weighted: figures.exact(weighted),
    ...(missing && { missing }),
  };
}

function actionsOf(program: Program, figures: RowFigures): Action[] {
  return program.actions
    .filter(({ verdict }) => figures.holds(verdict))
    .map(({ rule: { id, event, priority = 1 } }) => ({
      rule: id,
      type: event.type,
      params: event.params ?? {},
      priority,
    }));
}

function missingIssue(metric: string, pointer: string, { reason, of }: Missing): Issue {
  const params = { metric, reason, ...(of !== undefined && { of }) };
  return { code: 'metric.missing', severity: 'warning', pointer, params };
}
