import { comparisonSentence, textsOf, type Language } from '../../locales/index.ts';
import type { Comparison, Labels, Statement } from '../../schemas/index.ts';
import { pathText, type ResultView } from '../../sentences/result-view.ts';
import { grouped, receiptFigure } from '../shared/figures.ts';
import { unitName } from '../shared/unit-name.ts';

/** What the sentences of a statement are written from: the model, the result, and the receipt's figures by id. */
export interface View extends ResultView {
  readonly statement: Statement;
  /** The value of a step of the receipt; null where it is missing or there is no such step. */
  exact(id: string): string | null;
  /** A decimal with its thousands apart, and its unit after it. */
  inUnit(figure: string, unit: string): string;
  stageName(id: string): string;
}

/** The view of a statement in one language. */
export function viewOf(statement: Statement, language: Language): View {
  const { model, result, receipt, company } = statement;
  const { words, reasons } = textsOf(language);
  const values = new Map(receipt.entries.map(({ id, value }) => [id, value]));
  const attributes: Readonly<Record<string, string>> = {
    composite: words.composite,
    grade: words.grade,
    stage: words.stage,
    team: words.team,
    role: words.role,
  };

  const name = (labels: Labels) => labels[language];
  const exact = (id: string) => {
    const value = values.get(id) ?? null;
    return value === null ? null : String(value);
  };
  const shown = (id: string) => {
    const value = exact(id);
    return value === null ? words.missing : receiptFigure(value);
  };
  const inUnit = (figure: string, unit: string) =>
    [grouped(figure), ...(unit === '' ? [] : [unitName(unit, language, figure)])].join(' ');
  const gradeName = (id: string | null) => {
    const grade = model.grades.find((item) => item.id === id);
    return grade === undefined ? (id ?? words.none) : name(grade.name);
  };
  const stageName = (id: string) => {
    const stage = company.stages.find((item) => item.id === id);
    return stage === undefined ? id : name(stage.name);
  };
  const figureName = (id: string) => {
    const measure = model.measures.find((item) => item.id === id);
    return measure === undefined ? words.target : name(measure.name);
  };
  const fact = ({ fact: id, path, operator }: Comparison) => {
    const metric = model.metrics.find((item) => item.id === id);
    if (metric !== undefined) {
      const figure = result.metrics[id]?.[path ?? 'value'] ?? words.missing;
      return `${name(metric.name)}${pathText(words, path)} [${figure}]`;
    }
    // What it was is what it is compared with.
    if (operator === 'equal' && (id === 'grade' || id === 'stage')) return attributes[id]!;
    if (id === 'grade') return `${words.grade} [${gradeName(result.grade)}]`;
    if (id === 'stage') return `${words.stage} [${stageName(statement.stage)}]`;
    return `${attributes[id] ?? figureName(id)} [${shown(id)}]`;
  };
  const names: Readonly<Record<string, (id: string) => string>> = { grade: gradeName, stage: stageName };
  return {
    statement,
    model,
    result,
    language,
    words,
    reasons,
    exact,
    shown,
    inUnit,
    name,
    gradeName,
    stageName,
    figureName,
    fact,
    comparison: (item) => comparisonSentence(words, item, fact(item), names[item.fact]),
  };
}
