import type { Labels, MovementView } from '../../schemas/index.ts';
import { csvOf, type CsvCell } from '../shared/csv.ts';

/** The words of the file's first row, and what ids are called in it. */
export interface MovementsWords {
  readonly heads: {
    readonly person: string;
    readonly name: string;
    readonly team: string;
    readonly cause: string;
    readonly compositeBefore: string;
    readonly byRule: string;
    readonly byData: string;
    readonly compositeAfter: string;
    readonly delta: string;
    readonly gradeBefore: string;
    readonly gradeAfter: string;
    readonly gradeMove: string;
    ruleOf(metric: string): string;
    dataOf(metric: string): string;
  };
  /** Metrics of all models, each once, in the order of the columns. */
  readonly metrics: readonly { readonly id: string; readonly name: Labels }[];
  label(labels: Labels): string;
  causeName(cause: MovementView['cause']): string;
  moveName(move: MovementView['gradeMove']): string;
  gradeName(id: string): string;
}

/** Movements as a CSV file: a row each, figures as numbers, what each metric's rule and data did last. */
export function movementsCsv(movements: readonly MovementView[], words: MovementsWords): string {
  const { heads, metrics, label } = words;
  const head = [
    heads.person,
    heads.name,
    heads.team,
    heads.cause,
    heads.compositeBefore,
    heads.byRule,
    heads.byData,
    heads.compositeAfter,
    heads.delta,
    heads.gradeBefore,
    heads.gradeAfter,
    heads.gradeMove,
    ...metrics.flatMap(({ name }) => [heads.ruleOf(label(name)), heads.dataOf(label(name))]),
  ];
  return csvOf([head, ...movements.map((movement) => rowOf(movement, words))]);
}

function rowOf(movement: MovementView, words: MovementsWords): CsvCell[] {
  const { person, name, team, cause, before, after, rule, data, delta, gradeMove, metrics } = movement;
  const grade = (side: MovementView['before']) =>
    side === null || side.grade === null ? null : words.gradeName(side.grade);
  return [
    person,
    name,
    team,
    words.causeName(cause),
    before?.composite ?? null,
    rule,
    data,
    after?.composite ?? null,
    delta,
    grade(before),
    grade(after),
    words.moveName(gradeMove),
    ...words.metrics.flatMap(({ id }) => {
      const moved = metrics.find((metric) => metric.id === id);
      return [moved?.rule ?? null, moved?.data ?? null];
    }),
  ];
}
