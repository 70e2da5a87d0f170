import type { Action, Issue, MetricResult, Missing, Result } from '../schemas/index.ts';
import type { MetricSteps } from './model/compile-metric.ts';
import type { Program } from './model/compile.ts';
import { formatExact, formatFixed } from './number/decimal.ts';
import { isRational, type Value } from './program/operations.ts';
import { runProgram } from './program/run.ts';
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
  const values = valuesOf(program, table, row);
  const why = (step: number) => whyMissing(program.steps, values, step, table, row);
  const at = (step: number | undefined): Value => (step === undefined ? null : values[step]!);
  const composite = fixed(at(program.composite), program.compositePlaces);
  const held = at(program.held) === true;
  const grade = at(program.grade);
  const gradeRule =
    grade === null ? undefined : program.gradeRules.find(({ verdict }) => at(verdict) === true);

  const metrics = new Map<string, MetricResult>();
  const issues: Issue[] = [];
  for (const [index, steps] of program.metrics.entries()) {
    const result = metricResult(steps, at, why);
    metrics.set(steps.id, result);
    if (result.missing !== undefined)
      issues.push(missingIssue(steps.id, `/metrics/${index}`, result.missing));
  }
  if (held) issues.push({ code: 'subject.held', severity: 'warning', pointer: '' });

  return {
    subject: table.subjects[row]!,
    status: held ? 'held' : composite === null ? 'ungraded' : 'graded',
    composite,
    grade: typeof grade === 'string' ? grade : null,
    ...(gradeRule && { gradeRule: gradeRule.rule.id }),
    metrics: Object.fromEntries(metrics),
    actions: held ? [] : actionsOf(program, at),
    issues,
  };
}

function metricResult(
  { value, exactScore, score, weighted, places }: MetricSteps,
  at: (step: number) => Value,
  why: (step: number) => Missing,
): MetricResult {
  const part = at(weighted);
  const missing = at(exactScore) === null ? why(exactScore) : undefined;
  return {
    value: fixed(at(value), places.value),
    score: fixed(at(score), places.score),
    weighted: isRational(part) ? formatExact(part) : null,
    ...(missing && { missing }),
  };
}

function actionsOf(program: Program, at: (step: number) => Value): Action[] {
  return program.actions
    .filter(({ verdict }) => at(verdict) === true)
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

function fixed(value: Value, places: number): string | null {
  return isRational(value) ? formatFixed(value, places) : null;
}
