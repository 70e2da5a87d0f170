import type { Language } from '../../locales/index.ts';
import { choices } from './choice-names.ts';
import { fields } from './field-names.ts';
import { variants } from './variant-names.ts';

type Names = Readonly<Record<string, string>>;

const named = (names: Readonly<Record<Language, Names>>, language: Language, keys: readonly string[]) => {
  const found = keys.find((key) => Object.hasOwn(names[language], key));
  return found === undefined ? undefined : names[language][found];
};

/** What a field is called; of a record that calls it something else, so. */
export function fieldText(language: Language, owner: string, field: string): string {
  return named(fields, language, [`${owner}.${field}`, field]) ?? field;
}

/** What a kind of a record is called, by its title. */
export function variantText(language: Language, title: string): string {
  return named(variants, language, [title]) ?? title;
}

/** What a choice is called; `title` is that of what is chosen. */
export function choiceText(language: Language, title: string, choice: string): string {
  return named(choices, language, [`${title}.${choice}`, choice]) ?? choice;
}
