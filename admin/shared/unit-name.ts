import type { Language } from '../../locales/index.ts';

/** What units of the models that come with the product are called; a company's own stand for themselves. */
const known: Readonly<Record<string, { readonly zh: string; readonly one: string; readonly en: string }>> = {
  CNY: { zh: '元', one: 'CNY', en: 'CNY' },
  USD: { zh: '美元', one: 'USD', en: 'USD' },
  points: { zh: '分', one: 'point', en: 'points' },
  customers: { zh: '个客户', one: 'customer', en: 'customers' },
  accounts: { zh: '个客户', one: 'account', en: 'accounts' },
  deals: { zh: '单', one: 'deal', en: 'deals' },
  complaints: { zh: '件投诉', one: 'complaint', en: 'complaints' },
};

/** What a unit is called in a language, after so many of it. */
export function unitName(unit: string, language: Language, figure: string): string {
  const names = Object.hasOwn(known, unit) ? known[unit] : undefined;
  if (names === undefined) return unit;
  if (language === 'zh') return names.zh;
  return /^-?1(\.0+)?$/.test(figure) ? names.one : names.en;
}
