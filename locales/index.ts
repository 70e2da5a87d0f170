import { en } from './en.ts';
import type { Texts } from './texts.ts';
import { zh } from './zh.ts';

export type { Texts } from './texts.ts';

export type Language = 'zh' | 'en';

const languages: Readonly<Record<Language, Texts>> = { zh, en };

/** All texts of a language. */
export function textsOf(language: Language): Texts {
  return languages[language];
}

/** Whether a language is one of ours. */
export function isLanguage(name: string | undefined): name is Language {
  return name === 'zh' || name === 'en';
}

/** Puts parameters into a template; one that is not given stays visible as {name}. */
export function fill(template: string, params: Readonly<Record<string, unknown>> = {}): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}

/** The sentence of a comparison. @param fact as it is called. @param nameOf what a value is called. */
export function comparisonSentence(
  words: Texts['words'],
  { operator, value }: { readonly operator: string; readonly value: unknown },
  fact: string,
  nameOf: (item: string) => string = String,
): string {
  const [base = '', ...decorators] = operator.split(':').toReversed();
  const joint = base === 'between' ? words.to : words.comma;
  const items = [value].flat().map((item) => nameOf(String(item)));
  return fill(templateOf(words, base, decorators, value), { fact, value: items.join(joint) });
}

function templateOf(
  words: Texts['words'],
  base: string,
  decorators: readonly string[],
  value: unknown,
): string {
  if (base === 'isMissing' && value === false) return words.isPresent;
  const known: Readonly<Record<string, string>> = words;
  return decorators.reduce(
    (condition, decorator) => fill(known[decorator] ?? '{condition}', { condition }),
    known[base] ?? `{fact} ${base} {value}`,
  );
}

/** The text of an issue's code; an unknown code stands for itself. */
export function issueText(
  language: Language,
  code: string,
  params: Readonly<Record<string, unknown>> = {},
): string {
  const issues: Readonly<Record<string, string>> = textsOf(language).issues;
  return Object.hasOwn(issues, code) ? fill(issues[code]!, params) : code;
}
