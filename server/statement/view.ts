import { complete, evaluateRow, explain, type Program, type Table } from '../../engine/index.ts';
import { rankingColumns } from '../../engine/ranking/columns.ts';
import { textsOf, type Language } from '../../locales/index.ts';
import type { Comparison, Labels } from '../../schemas/index.ts';
import { pathText, type ResultView } from '../../sentences/result-view.ts';
import { comparisonText } from './comparison-text.ts';

/** The view of one subject in one language. */
export function viewOf(program: Program, table: Table, row: number, language: Language): ResultView {
  const { model } = program;
  const { words, reasons } = textsOf(language);
  const result = evaluateRow(program, complete(program, table), row);
  const values = new Map(explain(program, table, row).entries.map(({ id, value }) => [id, value]));
  const attributes: Readonly<Record<string, string>> = {
    composite: words.composite,
    grade: words.grade,
    stage: words.stage,
    team: words.team,
    role: words.role,
  };

  const name = (labels: Labels) => labels[language];
  const shown = (id: string) => {
    const value = values.get(id) ?? null;
    return value === null ? words.missing : String(value).replace(/^'/, '');
  };
  const gradeName = (id: string | null) => {
    const grade = model.grades.find((item) => item.id === id);
    return grade === undefined ? words.none : name(grade.name);
  };
  const figureName = (id: string) => {
    const measure = model.measures.find((item) => item.id === id);
    return measure === undefined ? words.target : name(measure.name);
  };
  const fact = ({ fact: id, path }: Comparison) => {
    const metric = model.metrics.find((item) => item.id === id);
    if (metric !== undefined) {
      const figure = result.metrics[id]![path ?? 'value'] ?? words.missing;
      return `${name(metric.name)}${pathText(words, path)} [${figure}]`;
    }
    const value = id === 'grade' ? gradeName(result.grade) : shown(id);
    return `${attributes[id] ?? figureName(id)} [${value}]`;
  };
  // A decimal or a text; null where it is missing.
  const factValue = ({ fact: id, path }: Comparison) => {
    const metric = result.metrics[id];
    if (metric !== undefined) {
      const figure = metric[path ?? 'value'] ?? null;
      return figure === null ? null : String(figure);
    }
    if (id === 'grade') return result.grade;
    const value = values.get(id === 'rank' ? rankingColumns.position : id) ?? null;
    return value === null ? null : String(value).replace(/^'/, '');
  };
  const comparison = (item: Comparison) => {
    const nameOf = item.fact === 'grade' ? gradeName : String;
    return comparisonText(item, { words, fact: fact(item), value: factValue(item), nameOf });
  };
  return { model, language, result, words, reasons, shown, name, gradeName, figureName, fact, comparison };
}
