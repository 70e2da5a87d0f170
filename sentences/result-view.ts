import type { Language, Texts } from '../locales/index.ts';
import type { Comparison, Labels, Model, Result } from '../schemas/index.ts';

/** What the sentences of a result are written from. */
export interface ResultView {
  readonly model: Model;
  readonly result: Result;
  readonly language: Language;
  readonly words: Texts['words'];
  readonly reasons: Texts['reasons'];
  /** A step of the receipt as people read it. */
  shown(id: string): string;
  name(labels: Labels): string;
  gradeName(id: string | null): string;
  /** What a measure or target is called. */
  figureName(id: string): string;
  /** A fact of a rule: what it is called, and what it was. */
  fact(comparison: Comparison): string;
  /** A comparison as a sentence, its fact with what it was. */
  comparison(comparison: Comparison): string;
}

/** What a fact of a metric is called behind the metric's name. */
export function pathText({ scoreOf, levelOf }: Texts['words'], path: Comparison['path']): string {
  if (path === 'level') return levelOf;
  return path === 'score' ? scoreOf : '';
}
