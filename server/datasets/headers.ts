import type { Column } from '../../schemas/index.ts';

/** A file's header, or a definition's, as they are compared. */
export function normalHeader(text: string): string {
  return text.trim().normalize('NFC');
}

/** What a column may be called in a file's first row, and where the definition says so. */
export function headersOf(column: Column): { readonly header: string; readonly path: string }[] {
  const written = [
    { header: column.id, path: '/id' },
    ...(column.headers ?? []).map((header, index) => ({ header, path: `/headers/${index}` })),
    { header: column.name.zh, path: '/name/zh' },
    { header: column.name.en, path: '/name/en' },
  ];
  return written.map(({ header, path }) => ({ header: normalHeader(header), path }));
}
