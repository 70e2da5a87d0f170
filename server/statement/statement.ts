import type { Program, Table } from '../../engine/index.ts';
import { fill, type Language } from '../../locales/index.ts';
import { actionLines, compositeLines, gradeLines } from './grade-lines.ts';
import { metricLines } from './metric-lines.ts';
import { payLines } from './pay-lines.ts';
import { viewOf } from './view.ts';

/**
 * How one subject's grade came about, in lines that a person follows with a pocket calculator.
 * @param called what people call the subject; its id if absent.
 */
export function statement(
  program: Program,
  table: Table,
  row: number,
  language: Language,
  called = table.subjects[row]!,
): string[] {
  const view = viewOf(program, table, row, language);
  const { model, result, words, name, gradeName } = view;
  return [
    fill(words.heading, { subject: called, model: name(model.name) }),
    fill(words.outcome, { composite: result.composite ?? words.none, grade: gradeName(result.grade) }),
    ...model.metrics.flatMap((metric) => ['', ...metricLines(view, metric)]),
    '',
    ...compositeLines(view),
    ...gradeLines(view),
    '',
    ...actionLines(view),
    ...payLines(view),
  ];
}
