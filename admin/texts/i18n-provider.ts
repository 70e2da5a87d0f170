import polyglotI18nProvider from 'ra-i18n-polyglot';
import english from 'ra-language-english';
import type { Language } from '../../locales/index.ts';
import { raZh } from './ra-zh.ts';

const messages = { zh: raZh, en: english };
const kept = 'meritscale/language';

/** The language chosen before, else the browser's, else Chinese. */
export function firstLanguage(): Language {
  const chosen = localStorage.getItem(kept);
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return navigator.language.startsWith('en') ? 'en' : 'zh';
}

const provider = polyglotI18nProvider(
  (language) => messages[language === 'en' ? 'en' : 'zh'],
  firstLanguage(),
  [
    { locale: 'zh', name: '中文' },
    { locale: 'en', name: 'English' },
  ],
  // A resource is called by its screens; react-admin asks for its own name of it all the same.
  { allowMissing: true },
);

/** react-admin's own texts; ours stand beside their screens. Tells the page its language, for readers aloud. */
export const i18nProvider = {
  ...provider,
  async changeLocale(language: string) {
    localStorage.setItem(kept, language);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    await provider.changeLocale(language);
  },
};
document.documentElement.lang = firstLanguage() === 'zh' ? 'zh-CN' : 'en';
