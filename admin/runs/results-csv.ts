import type { Labels, ResultView } from '../../schemas/index.ts';
import { csvOf, type CsvCell } from '../shared/csv.ts';

/** The words of the file's first row, and what ids are called in it. */
export interface ResultsWords {
  readonly heads: {
    readonly person: string;
    readonly name: string;
    readonly team: string;
    readonly role: string;
    readonly stage: string;
    readonly model: string;
    readonly status: string;
    readonly composite: string;
    readonly grade: string;
    readonly rule: string;
    readonly actions: string;
    readonly paid: string;
    value(metric: string): string;
    score(metric: string): string;
  };
  /** Metrics of all models, each once, in the order of the columns. */
  readonly metrics: readonly { readonly id: string; readonly name: Labels }[];
  label(labels: Labels): string;
  stageName(id: string): string;
  modelName(key: string): string;
  statusName(status: ResultView['status']): string;
  gradeName(model: string, id: string): string;
  ruleName(model: string, id: string): string;
  actionName(model: string, id: string): string;
}

/** Results as a CSV file: a row each, figures as numbers exactly as they were published. */
export function resultsCsv(results: readonly ResultView[], words: ResultsWords): string {
  const { heads, metrics, label } = words;
  // The server leaves pay out for who may not see it.
  const paid = results.some(({ pay }) => pay !== undefined);
  const head = [
    heads.person,
    heads.name,
    heads.team,
    heads.role,
    heads.stage,
    heads.model,
    heads.status,
    heads.composite,
    heads.grade,
    heads.rule,
    ...metrics.flatMap(({ name }) => [heads.value(label(name)), heads.score(label(name))]),
    heads.actions,
    ...(paid ? [heads.paid] : []),
  ];
  const rows = results.map((result) => [
    ...rowOf(result, words),
    ...(paid ? [result.pay?.total ?? null] : []),
  ]);
  return csvOf([head, ...rows]);
}

function rowOf(result: ResultView, words: ResultsWords): CsvCell[] {
  const { person, name, team, role, stage, model, status, composite, grade, gradeRule, actions } = result;
  return [
    person,
    name,
    team,
    role,
    words.stageName(stage),
    words.modelName(model),
    words.statusName(status),
    composite,
    grade === null ? null : words.gradeName(model, grade),
    gradeRule === null ? null : words.ruleName(model, gradeRule),
    ...words.metrics.flatMap(({ id }) => {
      const figures = result.metrics[id];
      return [figures?.value ?? null, figures?.score ?? null];
    }),
    actions.map((action) => words.actionName(model, action)).join('; '),
  ];
}
