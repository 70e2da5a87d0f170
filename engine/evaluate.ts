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

const nothing: MetricResult = { value: null, score: null, weighted: null };
const blanks = new WeakMap<Program, Readonly<Record<string, MetricResult>>>();

/** All metrics of a program, to be copied: an object that has its keys already is filled faster. */
function blankOf(program: Program): Readonly<Record<string, MetricResult>> {
  const blank =
    blanks.get(program) ?? Object.fromEntries(program.metrics.map(({ id }) => [id, nothing] as const));
  blanks.set(program, blank);
  return blank;
}

/** The result of a row, from what its steps came to. Written for speed: a run makes a million of them. */
export function resultOf(program: Program, figures: RowFigures, table: Table, row: number): Result {
  const why = (step: number) => whyMissing(program.steps, figures, step, table, row);
  const composite = figures.fixed(program.composite, program.compositePlaces);
  const held = program.held !== undefined && figures.holds(program.held);
  const grade = figures.text(program.grade);

  const metrics: Record<string, MetricResult> = { ...blankOf(program) };
  const issues: Issue[] = [];
  if (figures.wholeMetrics === undefined) issues.push(...fillMetrics(program, figures, metrics, why));
  else figures.wholeMetrics(metrics);
  issues.push(...adjustmentIssues(program, figures));
  const pay = payResult(program, figures, why);
  if (pay !== undefined) issues.push(...payIssues(program, pay));
  if (held) issues.push({ code: 'subject.held', severity: 'warning', pointer: '' });

  const subject = table.subjects[row]!;
  const status = held ? 'held' : composite === null ? 'ungraded' : 'graded';
  const settled = held ? { actions: [] } : actionsOf(program, figures);
  const gradeRule = grade === null ? undefined : gradeRuleOf(program, figures);
  if (isPlain(program)) {
    const { actions } = settled;
    return gradeRule === undefined
      ? { subject, status, composite, grade, metrics, actions, issues }
      : { subject, status, composite, grade, gradeRule, metrics, actions, issues };
  }
  return {
    subject,
    status,
    composite,
    ...extrasOf(program, figures),
    grade,
    ...(gradeRule !== undefined && { gradeRule }),
    ...gatesOf(program, figures),
    ...rankOf(program, figures),
    metrics,
    ...settled,
    ...(pay && { pay }),
    issues,
  };
}

/** Whether results have nothing that some models alone ask for: then they are made in one piece, which is faster. */
function isPlain({ overlays, base, gates, rank, conflicts, pay }: Program): boolean {
  return (
    overlays.length + gates.length + conflicts.length === 0 &&
    base === undefined &&
    rank === undefined &&
    pay === undefined
  );
}

/** The grade rule that decided. */
function gradeRuleOf({ gradeRules }: Program, figures: RowFigures): string | undefined {
  for (const { rule, verdict } of gradeRules) if (figures.holds(verdict)) return rule.id;
  return undefined;
}

/** Fills in the results of all metrics. @returns what is missing. */
function fillMetrics(
  { metrics }: Program,
  figures: RowFigures,
  into: Record<string, MetricResult>,
  why: (step: number) => Missing,
): Issue[] {
  const issues: Issue[] = [];
  for (const [index, steps] of metrics.entries()) {
    const result = metricResult(steps, figures);
    if (figures.missing(steps.exactScore)) {
      const missing = why(steps.exactScore);
      into[steps.id] = { ...result, missing };
      issues.push(missingIssue(steps.id, `/metrics/${index}`, missing));
    } else into[steps.id] = result;
  }
  return issues;
}

function metricResult(
  { value, score, weighted, target, level, places }: MetricSteps,
  figures: RowFigures,
): MetricResult {
  const result = {
    value: figures.fixed(value, places.value),
    score: figures.fixed(score, places.score),
    weighted: figures.exact(weighted),
  };
  if (target === undefined && level === undefined) return result;
  return {
    ...result,
    ...(target !== undefined && { target: figures.exact(target) }),
    ...(level !== undefined && { level: wholeOf(figures.fixed(level, 0)) }),
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
