import { comparisonSentence, textsOf, type Language } from '../../locales/index.ts';
import type { Comparison, Condition } from '../../schemas/index.ts';

/** A name that a sentence may say, and what it stands for. */
export interface Said {
  readonly name: string;
  readonly fact: string;
  readonly path?: Comparison['path'];
  /** What its values are called, where they have names. */
  readonly values?: ReadonlyMap<string, string>;
}

/** A condition of which only the meaning is left: no group of one, every value a text. */
export type Meaning =
  | { readonly all: readonly Meaning[] }
  | { readonly any: readonly Meaning[] }
  | { readonly not: Meaning }
  | { readonly condition: string }
  | {
      readonly fact: string;
      readonly path: string;
      readonly operator: string;
      readonly values: readonly string[];
    };

/** What is meant by a condition. */
export function meaningOf(node: Condition): Meaning {
  if ('all' in node) return grouped('all', node.all.map(meaningOf));
  if ('any' in node) return grouped('any', node.any.map(meaningOf));
  if ('not' in node) return { not: meaningOf(node.not) };
  if ('condition' in node) return { condition: node.condition };
  const { fact, path = '', operator, value } = node;
  return { fact, path, operator, values: [value].flat().map(String) };
}

function grouped(kind: 'all' | 'any', parts: readonly Meaning[]): Meaning {
  if (parts.length === 1) return parts[0]!;
  return kind === 'all' ? { all: parts } : { any: parts };
}

/** Reads a sentence back. @throws Error where it can be read in two ways, or in none. */
export function parseSentence(
  sentence: string,
  language: Language,
  facts: readonly Said[],
  operators: readonly string[],
  named: ReadonlyMap<string, string>,
): Meaning {
  const { words } = textsOf(language);
  const read = (text: string): Meaning => {
    for (const [kind, joint] of [
      ['all', words.and],
      ['any', words.or],
    ] as const) {
      const parts = splitAt(text, joint);
      if (parts.length > 1) return grouped(kind, parts.map(read));
    }
    const [head = '', tail = ''] = words.not.split('{condition}');
    if (text.startsWith(head) && text.endsWith(tail))
      return { not: read(text.slice(head.length, -tail.length)) };
    if (text.startsWith('(') && closes(text)) return read(text.slice(1, -1));
    const quoted = [...named].find(([, name]) => words.quoted.replace('{text}', name) === text);
    return quoted === undefined ? comparison(text) : { condition: quoted[0] };
  };
  const comparison = (text: string): Meaning => {
    const found = facts.flatMap((said) =>
      operators.flatMap((operator): Meaning[] => {
        const missing = operator.endsWith('isMissing');
        return (missing ? [true, false] : ['\u0001']).flatMap((value): Meaning[] => {
          const template = comparisonSentence(words, { operator, value }, said.name);
          const { fact, path = '' } = said;
          if (missing) return template === text ? [{ fact, path, operator, values: [String(value)] }] : [];
          const [head = '', tail = ''] = template.split('\u0001');
          if (!text.startsWith(head) || !text.endsWith(tail) || text.length <= head.length + tail.length)
            return [];
          const inner = text.slice(head.length, text.length - tail.length);
          const joint = operator === 'between' ? words.to : words.comma;
          const isList = ['in', 'notIn', 'between'].includes(operator);
          const values = (isList ? splitAt(inner, joint) : [inner])
            .map((item) => (item.startsWith('“') ? item.slice(1, -1) : item))
            .map((item) => said.values?.get(item) ?? item);
          return [{ fact, path, operator, values }];
        });
      }),
    );
    // A longer name, or a longer way to compare, is what is meant where a shorter one fits, too.
    if (found.length === 0) throw new Error(`no reading of “${text}”`);
    return found.toSorted((a, b) => lengthOf(a) - lengthOf(b))[0]!;
  };
  return read(sentence);
}

/** How much of a sentence is left for the values: the less, the better the rest was read. */
function lengthOf(meaning: Meaning): number {
  return 'values' in meaning ? meaning.values.join('').length : 0;
}

/** Cuts where the joint stands outside of all brackets. */
function splitAt(text: string, joint: string): string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    if ('(（“'.includes(text[at]!)) depth += 1;
    if (')）”'.includes(text[at]!)) depth -= 1;
    if (depth === 0 && text.startsWith(joint, at)) {
      parts.push(text.slice(start, at));
      start = at + joint.length;
    }
  }
  return [...parts, text.slice(start)];
}

/** Whether the first bracket is closed by the last one. */
function closes(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (depth === 0) return at === text.length - 1;
  }
  return false;
}
