import type { Language } from '../../locales/index.ts';

/** The texts of a folder of screens, in both languages. */
export type FolderTexts<K extends string> = Readonly<Record<Language, Readonly<Record<K, string>>>>;

/** A key that one of the languages does not have, or has too much, is an error of the compiler. */
export function defineTexts<const T extends Readonly<Record<string, string>>>(
  en: T,
  zh: Readonly<Record<keyof T, string>>,
): FolderTexts<keyof T & string> {
  return { en, zh };
}
