import type { Grant } from '../../schemas/index.ts';
import type { ChangedField } from './changed-fields.ts';
import type { fieldTexts } from './field-texts.ts';

type Texts = (typeof fieldTexts)['en'];

/** What names and numbers are to the reader. */
export interface Words {
  readonly t: Texts;
  grants(grants: readonly Grant[]): string;
  stage(id: string): string;
  dataset(id: string): string;
  number(value: number): string;
}

/** What a field is called: the words that lead to it, and as they are the ids that people gave. */
export function fieldName({ path, after, before }: ChangedField, t: Texts): string {
  return path
    .map((part) => {
      // How many rows an import changed, and which fields of a person were changed, have the same name.
      if (part === 'changed' && typeof (after ?? before) === 'number') return t.rowsChanged;
      return wordOf(part, t) ?? part;
    })
    .join(t.between);
}

/** A value as people read it. */
export function fieldValue(path: readonly string[], value: unknown, words: Words): string {
  const { t } = words;
  const name = path.at(-1);
  if (name === 'from' && value === null) return t.sinceEver;
  if (value === undefined || value === null || value === '') return t.none;
  if (name === 'passwordChanged' && value === true) return t.wasSet;
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'number') return words.number(value);
  if (name === 'grants' && isGrants(value)) return words.grants(value);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    return value.map((item) => wordOf(`value_${item}`, t) ?? item).join(t.listBetween);
  }
  if (typeof value !== 'string') return JSON.stringify(value);
  if (name === 'state') return wordOf(`state_${value}`, t) ?? value;
  if (name === 'stage') return words.stage(value);
  if (name === 'dataset') return words.dataset(value);
  return /^[0-9a-f]{64}$/.test(value) ? `${value.slice(0, 12)}…` : value;
}

function wordOf(name: string, t: Texts): string | undefined {
  return Object.hasOwn(t, name) ? t[name as keyof Texts] : undefined;
}

function isGrants(value: unknown): value is readonly Grant[] {
  return (
    Array.isArray(value) &&
    value.every((item: unknown) => item !== null && typeof item === 'object' && 'role' in item)
  );
}
