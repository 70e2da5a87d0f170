import { fill, type Language } from '../../../locales/index.ts';
import type { Model } from '../../../schemas/index.ts';
import { fieldAt, isListName } from '../diff/fields.ts';
import { texts } from '../diff/texts.ts';
import { tokensOf, valueAt } from '../document/pointer.ts';

/** Where in a model a pointer points, as people say it: "Collection rate · Cap". The pointer itself where nobody says it. */
export function placeText(document: Model, pointer: string, language: Language): string {
  const t = texts[language];
  const [list = '', index, ...rest] = tokensOf(pointer);
  if (list === 'pay' && index !== undefined) {
    return nameOf(document, valueAt(document, `/pay/${index}`), language) ?? pointer;
  }
  if (!isListName(list)) {
    const field = fieldAt('model', tokensOf(pointer).join('/'));
    return field === undefined ? pointer : t[field.name];
  }
  if (index === undefined) return t[`section_${list}`];
  const item = valueAt(document, `/${list}/${index}`);
  const name = nameOf(document, item, language);
  if (name === undefined) return pointer;
  if (rest.length === 0) return name;
  // Targets by stage are told apart by the stage, steps by their number.
  const named = rest[0] === 'target';
  const shape = rest.map((token) => (/^\d+$/.test(token) ? (named ? '*' : '#') : token)).join('/');
  const field = fieldAt(list, shape);
  const number = rest.find((token) => /^\d+$/.test(token));
  const word = named
    ? valueAt(item, `/target/stages/${number}/stage`)
    : number === undefined
      ? ''
      : Number(number) + 1;
  if (field !== undefined) return `${name} · ${fill(t[field.name], { item: word })}`;
  const outer = fieldAt(list, rest[0] ?? '');
  return outer === undefined ? `${name} · ${rest.join('/')}` : `${name} · ${t[outer.name]}`;
}

function nameOf(document: Model, item: unknown, language: Language): string | undefined {
  // A name that is being written may be empty: then the other language's, or the id.
  const other = language === 'zh' ? 'en' : 'zh';
  for (const pointer of [`/name/${language}`, `/name/${other}`, '/id']) {
    const name = valueAt(item, pointer);
    if (typeof name === 'string' && name !== '') return name;
  }
  const grade = document.grades.find(({ id }) => id === valueAt(item, '/grade'));
  return grade?.name[language];
}
