import { comparisonSentence, fill, textsOf, type Language } from '../../locales/index.ts';
import type { Comparison, Condition, ConditionReference, Model } from '../../schemas/index.ts';

/** A rule's conditions as a sentence, of nobody in particular; a named condition by its name. */
export function ruleText(model: Model, node: Condition, language: Language): string {
  const { words } = textsOf(language);
  const list = (parts: readonly Condition[], joint: string) =>
    parts
      .map((part) => {
        const text = ruleText(model, part, language);
        return 'all' in part || 'any' in part ? `(${text})` : text;
      })
      .join(joint);
  if ('all' in node) return list(node.all, words.and);
  if ('any' in node) return list(node.any, words.or);
  if ('not' in node) return fill(words.not, { condition: ruleText(model, node.not, language) });
  if ('condition' in node) return namedText(model, node, language);
  return comparisonText(model, node, language);
}

/** By its name only: in a draft it may be huge, lead back to itself, or not be there. */
function namedText(model: Model, { condition }: ConditionReference, language: Language): string {
  const named = model.conditions?.find(({ id }) => id === condition);
  return fill(textsOf(language).words.quoted, { text: named?.name[language] ?? condition });
}

function comparisonText(model: Model, comparison: Comparison, language: Language): string {
  const { fact, path } = comparison;
  const nameOf = (item: string) => {
    const grade = fact === 'grade' ? model.grades.find(({ id }) => id === item) : undefined;
    return grade?.name[language] ?? item;
  };
  return comparisonSentence(
    textsOf(language).words,
    comparison,
    factName(model, fact, path, language),
    nameOf,
  );
}

function factName(model: Model, fact: string, path: string | undefined, language: Language): string {
  const { words } = textsOf(language);
  const named = [...model.metrics, ...model.measures].find(({ id }) => id === fact);
  if (named !== undefined)
    return `${named.name[language]}${path === 'score' ? words.scoreOf : path === 'level' ? words.levelOf : ''}`;
  const attributes: Readonly<Record<string, string>> = {
    composite: words.composite,
    grade: words.grade,
    stage: words.stage,
    team: words.team,
    role: words.role,
  };
  return Object.hasOwn(attributes, fact) ? attributes[fact]! : fact;
}
