import type { FolderTexts } from './texts.ts';
import { useLanguage } from './use-language.ts';

/** The texts of a folder in the reader's language. */
export function useTexts<K extends string>(texts: FolderTexts<K>): Readonly<Record<K, string>> {
  return texts[useLanguage()];
}
