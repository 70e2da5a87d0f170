import type { AuditEntry, Change } from '../store/documents.ts';
import type { Store } from '../store/store.ts';

/** What is written in the log of a change. Names of people must not stand in it. */
export interface Recorded {
  readonly change: Change;
  readonly action: string;
  readonly resource: string;
  readonly record: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Writes a change into the log. Written twice, it stands there once. */
export async function recordChange(store: Store, recorded: Recorded): Promise<void> {
  await store.collection('audit').insert(entryOf(recorded));
}

/** The entry of a change; its id orders entries by time, and is the same for the same change. */
export function entryOf({ change, action, resource, record, before, after }: Recorded): AuditEntry {
  const { at, by, reason, request } = change;
  return {
    id: `${at}~${encodeURIComponent(request)}~${resource}~${encodeURIComponent(record)}~${action}`,
    at,
    by,
    action,
    resource,
    record,
    before: before ?? null,
    after: after ?? null,
    ...(reason !== undefined && { reason }),
    request,
  };
}
