import type { Model, Ranking } from '../../schemas/index.ts';
import { evaluateRow } from '../evaluate.ts';
import { evaluateBy } from '../fast/evaluate-table.ts';
import type { Figure } from '../fast/figure.ts';
import { lower, type GroundColumn } from '../fast/lower.ts';
import type { NodeRef } from '../fast/node.ts';
import { compile, type Program } from '../model/compile.ts';
import { withoutPay } from '../pay/without-pay.ts';
import { rankingColumns } from '../ranking/columns.ts';
import type { Table } from '../table.ts';
import { fromColumns, fromResults, type Outcome } from './outcome.ts';
import { rankColumns } from './rank-columns.ts';
import { residents, type Residents } from './residents.ts';

/** Judges the same people by one model after another; of what they are paid it says nothing. */
export interface WhatIf {
  /** What the model says that it was opened with. */
  readonly outcome: Outcome;
  /**
   * What another model says of everyone, as a fresh evaluation would. The figures of the opened model and of the last
   * one stand: of those only what is defined otherwise, and what depends on it, is computed.
   * @param model without errors by `check`, but that its weights need not add up.
   */
  change(model: Model): Outcome;
}

/** Beyond so many nodes, of some hundred models, it begins anew. */
const mostNodes = 200_000;

/** Takes the figures of everyone in, and judges them by a model that `check` found no error in. */
export function openWhatIf(model: Model, table: Table): WhatIf {
  let standing = residents(table);
  let opened: ReadonlySet<NodeRef> = new Set();
  const judge = (changed: Model): Outcome => {
    const program = compile(withoutPay(changed));
    if (standing.graph.nodes.length > mostNodes) [standing, opened] = [residents(table), new Set()];
    const judged = judgeOn(standing, program, table);
    if (judged === undefined) return fromResults(program, evaluateBy('columns', program, table));
    if (opened.size === 0) opened = judged.asked;
    standing.keep(new Set([...opened, ...judged.asked]));
    return judged.outcome;
  };
  return { outcome: judge(model), change: judge };
}

/** Undefined where only a whole evaluation can tell. */
function judgeOn(
  standing: Residents,
  program: Program,
  table: Table,
): { readonly outcome: Outcome; readonly asked: ReadonlySet<NodeRef> } | undefined {
  const before = standing.computed();
  const ranking = table.columns.has(rankingColumns.grade) ? undefined : program.model.ranking;
  const made: readonly string[] = ranking === undefined ? [] : Object.values(rankingColumns);
  if (program.inputs.some(({ name, derived }) => derived && !table.columns.has(name) && !made.includes(name)))
    return undefined;
  const lowered = lower(program, {
    ...standing,
    columnOf: (name, figures) =>
      made.includes(name) ? rankColumn(standing, program, figures, name) : standing.given(name),
  });
  if (lowered === undefined) return undefined;

  const nodeOf = (step: number) => lowered.figures[step]!.node;
  const published = program.metrics.flatMap(({ value, score }) => [nodeOf(value), nodeOf(score)]);
  const [composite, grade] = [nodeOf(program.composite), nodeOf(program.grade)];
  if (ranking !== undefined) {
    standing.columns([...published, composite]);
    if (standing.beyond.size > 0) return undefined;
    fillRanks(standing, program, lowered.figures, ranking, table);
  }
  const columns = standing.columns([...published, composite, grade]);
  // The reference ranks for itself, by whole tables only.
  if (ranking !== undefined && standing.beyond.size > 0) return undefined;
  const [composites, grades] = columns.slice(-2) as [Float64Array, Float64Array];
  const exact = [...standing.beyond].map((row) => [row, evaluateRow(program, table, row)] as const);
  const { places } = lowered.figures[program.composite]!;
  const computed = standing.computed() - before;
  const judged = { composites, places, grades, texts: standing.texts, computed };
  return {
    outcome: fromColumns(program, judged, new Map(exact)),
    asked: new Set(lowered.figures.map(({ node }) => node)),
  };
}

/** A column of ranks is known by what they are made of. */
function rankColumn(
  standing: Residents,
  program: Program,
  figures: readonly Figure[],
  name: string,
): GroundColumn {
  const { node, places } = figures[program.composite]!;
  const breakers = breakersOf(program).map((step) => figures[step]!.node);
  const key = JSON.stringify([name, node, places, breakers, program.model.ranking]);
  const isPoints = name === rankingColumns.toNext || name === rankingColumns.margin;
  return { index: standing.derived(key), places: isPoints ? places : 0 };
}

function fillRanks(
  standing: Residents,
  program: Program,
  figures: readonly Figure[],
  ranking: Ranking,
  table: Table,
): void {
  const indexOf = (name: string) => rankColumn(standing, program, figures, name).index;
  if (standing.columnAt(indexOf(rankingColumns.position)) !== undefined) return;
  const [composites, ...tieBreakers] = standing.columns(
    [program.composite, ...breakersOf(program)].map((step) => figures[step]!.node),
  ) as [Float64Array, ...Float64Array[]];
  const { scope } = ranking;
  const groups = scope === 'model' ? undefined : standing.columnAt(standing.given(scope).index);
  const { texts } = standing;
  const numberOf = (grade: string) => (texts.includes(grade) ? texts.indexOf(grade) : texts.push(grade) - 1);
  const ranks = rankColumns(ranking, { subjects: table.subjects, composites, tieBreakers, groups }, numberOf);
  for (const [part, name] of Object.entries(rankingColumns))
    standing.fill(indexOf(name), ranks[part as keyof typeof ranks]);
}

/** The steps that decide between equal composites. */
function breakersOf({ model, metrics }: Program): number[] {
  return (model.ranking?.tieBreakers ?? []).map((id) => metrics.find((metric) => metric.id === id)!.score);
}
