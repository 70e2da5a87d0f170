import { useLocale } from 'react-admin';
import type { Language } from '../../locales/index.ts';

/** The language the reader chose. */
export function useLanguage(): Language {
  return useLocale() === 'en' ? 'en' : 'zh';
}
