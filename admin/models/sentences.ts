import { comparisonSentence, fill, textsOf, type Language } from '../../locales/index.ts';
import type { Comparison, Condition, ConditionReference, Model } from '../../schemas/index.ts';

/** What the parts of conditions are called. */
export interface Called {
  fact(comparison: Comparison): string;
  value(comparison: Comparison, item: string): string;
  named(reference: ConditionReference): string;
}

/** Conditions as a sentence, of nobody in particular. */
export function conditionSentence(node: Condition, language: Language, called: Called): string {
  const { words } = textsOf(language);
  const list = (parts: readonly Condition[], joint: string) =>
    parts
      .map((part) => {
        const text = conditionSentence(part, language, called);
        return 'all' in part || 'any' in part ? `(${text})` : text;
      })
      .join(joint);
  if ('all' in node) return list(node.all, words.and);
  if ('any' in node) return list(node.any, words.or);
  if ('not' in node) return fill(words.not, { condition: conditionSentence(node.not, language, called) });
  if ('condition' in node) return called.named(node);
  // A name with a joint of its own would be read as two.
  const joints = [words.and, words.or, '('];
  const whole = (name: string, more: readonly string[] = []) =>
    [...joints, ...more].some((joint) => name.includes(joint)) ? fill(words.quoted, { text: name }) : name;
  const valueOf = (item: string) => whole(called.value(node, item), [words.comma]);
  return comparisonSentence(words, node, whole(called.fact(node)), valueOf);
}

/** A rule's conditions as a sentence; a named condition by its name. */
export function ruleText(model: Model, node: Condition, language: Language): string {
  return conditionSentence(node, language, {
    fact: ({ fact, path }) => factName(model, fact, path, language),
    value: ({ fact }, item) =>
      (fact === 'grade' ? model.grades.find(({ id }) => id === item)?.name[language] : undefined) ?? item,
    named: (reference) => namedText(model, reference, language),
  });
}

/** By its name only: in a draft it may be huge, lead back to itself, or not be there. */
function namedText(model: Model, { condition }: ConditionReference, language: Language): string {
  const named = model.conditions?.find(({ id }) => id === condition);
  return fill(textsOf(language).words.quoted, { text: named?.name[language] ?? condition });
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
