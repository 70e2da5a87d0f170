import { check, openWhatIf, type Column, type Outcome, type Table, type WhatIf } from '../../engine/index.ts';
import type { Model, WhatIfFigures } from '../../schemas/index.ts';

/** Somebody whose grade is another. */
export interface Mover {
  readonly id: string;
  readonly name: string | null;
  readonly team: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly compositeBefore: string | null;
  readonly compositeAfter: string | null;
}

/** How many have which grade, before and after. Null: none. */
export interface GradeCount {
  readonly grade: string | null;
  readonly before: number;
  readonly after: number;
}

/** What a changed model makes of everybody, next to the one it was opened with. */
export interface Judged {
  readonly people: number;
  readonly grades: readonly GradeCount[];
  readonly up: number;
  readonly down: number;
  /** In all whose grade is another. */
  readonly moved: number;
  /** The first of them, by how far their composite moved. */
  readonly movers: readonly Mover[];
  readonly teams: readonly {
    readonly team: string | null;
    readonly people: number;
    readonly up: number;
    readonly down: number;
  }[];
  /** How many columns were computed; the others stood. */
  readonly computed: number;
}

/** One weight, and how many grades change where it is five points higher, all weights read as shares of their sum. */
export interface Sensitivity {
  readonly metric: string;
  readonly moved: number;
}

/** Everybody, ready to be judged by one model after another. */
export interface Judging {
  /** Undefined where the model has an error: there is nothing to judge by. */
  change(model: Model): Judged | undefined;
  sensitivity(model: Model): Sensitivity[];
}

const mostMovers = 200;
const step = 5;

/** @param model the one that others are put next to: without errors. */
export function openJudging(model: Model, figures: WhatIfFigures): Judging {
  const table = tableOf(figures);
  const whatIf = openWhatIf(model, table);
  const base = whatIf.outcome;
  return {
    change: (changed) => (isJudgeable(changed) ? judged(figures, model, base, changed, whatIf) : undefined),
    sensitivity(changed) {
      if (!isJudgeable(changed)) return [];
      const now = whatIf.change(changed);
      const grades = gradesOf(now);
      return changed.metrics
        .map(({ id }, at) => {
          const other = whatIf.change(raised(changed, at));
          return { metric: id, moved: grades.filter((grade, row) => other.gradeOf(row) !== grade).length };
        })
        .toSorted((a, b) => b.moved - a.moved);
    },
  };
}

function isJudgeable(model: Model): boolean {
  return check(model).every(({ severity, code }) => severity !== 'error' || code === 'weights.sum');
}

function raised(model: Model, at: number): Model {
  const metric = model.metrics[at]!;
  return { ...model, metrics: model.metrics.with(at, { ...metric, weight: Number(metric.weight) + step }) };
}

function gradesOf(outcome: Outcome): (string | null)[] {
  return Array.from(outcome.grades, (_, row) => outcome.gradeOf(row));
}

function judged(
  { subjects, texts }: WhatIfFigures,
  model: Model,
  base: Outcome,
  changed: Model,
  whatIf: WhatIf,
): Judged {
  const outcome = whatIf.change(changed);
  const order = [...new Set([...changed.grades, ...model.grades].map(({ id }) => id)), null];
  const place = new Map(order.map((grade, index) => [grade, index]));
  const [before, after] = [new Uint32Array(order.length), new Uint32Array(order.length)];
  const rows: number[] = [];
  const teams = new Map<string | null, { people: number; up: number; down: number }>();
  let [up, down] = [0, 0];
  for (let row = 0; row < subjects.length; row += 1) {
    const [from, to] = [place.get(base.gradeOf(row))!, place.get(outcome.gradeOf(row))!];
    before[from]! += 1;
    after[to]! += 1;
    const team = texts['team']?.[row] ?? null;
    const own = teams.get(team) ?? { people: 0, up: 0, down: 0 };
    own.people += 1;
    teams.set(team, own);
    if (from === to) continue;
    rows.push(row);
    const isGraded = from < order.length - 1 && to < order.length - 1;
    if (isGraded && to < from) [up, own.up] = [up + 1, own.up + 1];
    if (isGraded && to > from) [down, own.down] = [down + 1, own.down + 1];
  }
  const scale = 10 ** (outcome.places - base.places);
  const far = (row: number) => Math.abs(outcome.composites[row]! - base.composites[row]! * scale) || 0;
  const movers = rows
    .toSorted((a, b) => far(b) - far(a) || a - b)
    .slice(0, mostMovers)
    .map((row): Mover => ({
      ...subjects[row]!,
      team: texts['team']?.[row] ?? null,
      before: base.gradeOf(row),
      after: outcome.gradeOf(row),
      compositeBefore: base.compositeOf(row),
      compositeAfter: outcome.compositeOf(row),
    }));
  return {
    people: subjects.length,
    grades: order.map((grade, index) => ({ grade, before: before[index]!, after: after[index]! })),
    up,
    down,
    moved: rows.length,
    movers,
    teams: [...teams]
      .map(([team, own]) => ({ team, ...own }))
      .toSorted((a, b) => ((a.team ?? '') < (b.team ?? '') ? -1 : 1)),
    computed: outcome.computed,
  };
}

/** The columns as they came. */
export function tableOf({ subjects, numbers, texts }: WhatIfFigures): Table {
  const columns = new Map<string, Column>();
  for (const [name, { places, units }] of Object.entries(numbers)) {
    columns.set(name, {
      kind: 'number',
      places,
      units: units.map((text) => (text === null ? null : BigInt(text))),
      reasons: new Map(),
    });
  }
  for (const [name, values] of Object.entries(texts)) columns.set(name, { kind: 'text', values });
  return { subjects: subjects.map(({ id }) => id), columns };
}
