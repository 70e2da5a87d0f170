import { useMemo } from 'react';
import { useGetOne } from 'react-admin';
import type { CompanyView } from '../../schemas/index.ts';
import { useLanguage } from '../texts/use-language.ts';

/** How instants are read where the company is; where that is not known, where the reader is. */
export function useCompanyTime(): { readonly zone: string; instant(iso: string): string } {
  const language = useLanguage();
  const { data } = useGetOne<CompanyView>('company', { id: 'company' });
  const timeZone = data?.document.timeZone;
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
      dateStyle: 'medium',
      timeStyle: 'medium',
      ...(timeZone !== undefined && { timeZone }),
    });
    return {
      zone: format.resolvedOptions().timeZone,
      instant: (iso) => format.format(new Date(iso)),
    };
  }, [language, timeZone]);
}
