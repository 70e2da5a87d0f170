import type { DataProvider, RaRecord } from 'react-admin';

const perPage = 1000;

/** All records of a list, page after page: for files, which have no pages. */
export async function allPages<T extends RaRecord>(
  provider: DataProvider,
  resource: string,
  filter: Readonly<Record<string, unknown>>,
  sort: { readonly field: string; readonly order: 'ASC' | 'DESC' },
): Promise<T[]> {
  const records: T[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await provider.getList<T>(resource, { filter, sort, pagination: { page, perPage } });
    records.push(...data);
    if (data.length < perPage) return records;
  }
}
