import { useMemo } from 'react';
import { useLanguage } from './use-language.ts';

/** How the reader's language writes numbers and times. */
export interface Format {
  number(value: number): string;
  /** A decimal as it is, with its places, grouped by thousands; never through binary fractions. */
  decimal(text: string): string;
  instant(iso: string | null): string;
  /** A calendar day: it has no time zone. */
  date(iso: string | null): string;
}

export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => {
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
    const numbers = new Intl.NumberFormat(locale);
    const instants = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
    const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
    return {
      number: (value) => numbers.format(value),
      decimal(text) {
        const [whole = '', places] = text.split('.');
        const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
        return places === undefined ? grouped : `${grouped}.${places}`;
      },
      instant: (iso) => (iso === null ? '' : instants.format(new Date(iso))),
      date: (iso) => (iso === null ? '' : dates.format(new Date(`${iso}T00:00:00Z`))),
    };
  }, [language]);
}
