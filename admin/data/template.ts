import type { Dataset } from '../../schemas/index.ts';
import type { Language } from '../../locales/index.ts';

/**
 * An empty file to fill in: one line of headers that the import knows again.
 * @returns the address of the file, for a link.
 */
export function templateAddress({ columns }: Dataset, language: Language): string {
  const headers = columns.map(({ id, name, headers = [] }) =>
    // A name counts as a header only where it is listed; the id always does.
    headers.includes(name[language]) ? name[language] : (headers[0] ?? id),
  );
  const line = headers.map((header) => `"${header.replaceAll('"', '""')}"`).join(',');
  // Excel takes a file for UTF-8 only by its mark.
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${line}\r\n`)}`;
}
