import type { Action, Issue, MetricResult, Missing, Result } from '../schemas/index.ts';
import type { Program } from './model/compile.ts';
import { withRanks } from './ranking/with-ranks.ts';
import { figuresOf, type RowFigures } from './row-figures.ts';
import type { Table } from './table.ts';
import { valuesOf } from './values-of.ts';
import { whyMissing } from './why-missing.ts';

/** What the model says of every subject of the table, in the table's order. */
export function evaluate(program: Program, table: Table): Result[] {
  const ranked = withRanks(program, table);
  return ranked.subjects.map((_, row) => evaluateRow(program, ranked, row));
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
  const composite = figures.fixed(program.composite, program.compositePlaces);
  const held = program.held !== undefined && figures.holds(program.held);
  const grade = figures.text(program.grade);

  const metrics: Record<string, MetricResult> = { ...blankOf(program) };
  const issues: Issue[] = [];
  for (let index = 0; index < program.metrics.length; index += 1) {
    const { id, value, exactScore, score, weighted, places } = program.metrics[index]!;
    const result = {
      value: figures.fixed(value, places.value),
      score: figures.fixed(score, places.score),
      weighted: figures.exact(weighted),
    };
    if (figures.missing(exactScore)) {
      const missing = whyMissing(program.steps, figures, exactScore, table, row);
      metrics[id] = { ...result, missing };
      issues.push(missingIssue(id, `/metrics/${index}`, missing));
    } else metrics[id] = result;
  }
  if (held) issues.push({ code: 'subject.held', severity: 'warning', pointer: '' });

  const subject = table.subjects[row]!;
  const status = held ? 'held' : composite === null ? 'ungraded' : 'graded';
  const actions = held ? [] : actionsOf(program, figures);
  const gradeRule = grade === null ? undefined : gradeRuleOf(program, figures);
  const rank = rankOf(program, figures);
  if (rank === undefined) {
    return gradeRule === undefined
      ? { subject, status, composite, grade, metrics, actions, issues }
      : { subject, status, composite, grade, gradeRule, metrics, actions, issues };
  }
  return {
    subject,
    status,
    composite,
    grade,
    ...(gradeRule !== undefined && { gradeRule }),
    rank,
    metrics,
    actions,
    issues,
  };
}

/** The grade rule that decided. */
function gradeRuleOf({ gradeRules }: Program, figures: RowFigures): string | undefined {
  for (const { rule, verdict } of gradeRules) if (figures.holds(verdict)) return rule.id;
  return undefined;
}

function rankOf({ rank, compositePlaces }: Program, figures: RowFigures): Result['rank'] {
  if (rank === undefined || figures.missing(rank.position)) return undefined;
  return {
    position: Number(figures.fixed(rank.position, 0)),
    of: Number(figures.fixed(rank.of, 0)),
    toNext: figures.fixed(rank.toNext, compositePlaces),
    margin: figures.fixed(rank.margin, compositePlaces),
  };
}

function actionsOf(program: Program, figures: RowFigures): Action[] {
  const actions: Action[] = [];
  for (const { rule, verdict } of program.actions) {
    if (!figures.holds(verdict)) continue;
    const { id, event, priority = 1 } = rule;
    actions.push({ rule: id, type: event.type, params: event.params ?? {}, priority });
  }
  return actions;
}

function missingIssue(metric: string, pointer: string, { reason, of }: Missing): Issue {
  const params = { metric, reason, ...(of !== undefined && { of }) };
  return { code: 'metric.missing', severity: 'warning', pointer, params };
}
