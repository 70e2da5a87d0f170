import { textsOf, type Language, type Texts } from '../../locales/index.ts';
import type { Comparison, Labels, Model, Result, Statement } from '../../schemas/index.ts';
import { grouped, receiptFigure } from '../shared/figures.ts';
import { unitName } from '../shared/unit-name.ts';

/** What the sentences of a statement are written from: the model, the result, and the receipt's figures by id. */
export interface View {
  readonly statement: Statement;
  readonly model: Model;
  readonly result: Result;
  readonly language: Language;
  readonly words: Texts['words'];
  readonly reasons: Texts['reasons'];
  /** The value of a step of the receipt; null where it is missing or there is no such step. */
  exact(id: string): string | null;
  /** The same as people read it. */
  shown(id: string): string;
  /** A decimal with its thousands apart, and its unit after it. */
  inUnit(figure: string, unit: string): string;
  name(labels: Labels): string;
  gradeName(id: string | null): string;
  stageName(id: string): string;
  /** What a measure or target is called. */
  figureName(id: string): string;
  /** A fact of a rule: what it is called, and what it was. */
  fact(comparison: Comparison): string;
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
      return `${name(metric.name)}${path === 'score' ? words.scoreOf : ''} [${figure}]`;
    }
    // What it was is what it is compared with.
    if (operator === 'equal' && (id === 'grade' || id === 'stage')) return attributes[id]!;
    if (id === 'grade') return `${words.grade} [${gradeName(result.grade)}]`;
    if (id === 'stage') return `${words.stage} [${stageName(statement.stage)}]`;
    return `${attributes[id] ?? figureName(id)} [${shown(id)}]`;
  };
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
  };
}
