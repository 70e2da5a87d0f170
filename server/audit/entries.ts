import type { AuditEntry } from '../store/documents.ts';
import type { Page, Store } from '../store/store.ts';

/** Which entries: by equal fields, and from one instant (in UTC) until before another. */
export interface EntriesWanted {
  readonly where: Readonly<Record<string, string | readonly string[]>>;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** One page of the log between two instants, by time. */
export async function entriesBetween(store: Store, wanted: EntriesWanted): Promise<Page<AuditEntry>> {
  const { where, from, until, descending, offset, limit } = wanted;
  const audit = store.collection('audit');
  const found: { readonly id: string; readonly at: string }[] = [];
  // An entry's id begins with its instant: reading begins and ends where the days do.
  for await (const entry of audit.scan(from === undefined ? {} : { after: from })) {
    if (until !== undefined && entry.id >= until) break;
    if (fits(entry, where)) found.push({ id: entry.id, at: entry.at });
  }
  // As everywhere, what is of one time stands in the order of the ids, also downwards.
  if (descending) found.sort((a, b) => Number(a.at < b.at) - Number(a.at > b.at));
  const page = found.slice(offset, offset + limit).map(({ id }) => id);
  const docs = await audit.getMany(page);
  return { docs: docs.filter((entry) => entry !== undefined), total: found.length };
}

function fits({ resource, record, by }: AuditEntry, where: EntriesWanted['where']): boolean {
  const fields: Readonly<Record<string, string | null>> = { resource, record, by };
  return Object.entries(where).every(([field, value]) => fields[field] === value);
}
