import { useLanguage } from '../texts/use-language.ts';

/** What people call a time zone: "Asia/Shanghai" gives "中国标准时间"; its id where the browser has no name for it. */
export function useZoneName(): (zone: string) => string {
  const language = useLanguage();
  return (zone) => {
    try {
      const parts = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
        timeZone: zone,
        timeZoneName: 'long',
      }).formatToParts();
      return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
    } catch {
      // A browser older than the zone.
      return zone;
    }
  };
}
