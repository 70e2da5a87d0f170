import { periodOf } from '../../engine/index.ts';
import type { AuditEntryView, PersonName } from '../../schemas/index.ts';
import { defineRoute, refuse, type Route } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import { currentDefinitions } from '../definitions/definitions.ts';
import { namesOf } from '../people/names.ts';
import type { AuditEntry } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { entriesBetween } from './entries.ts';

/** Resources whose records are people. */
const ofPeople: ReadonlySet<string> = new Set(['account', 'person']);

/** The log of all changes. */
export function auditRoutes({ store }: Services): Route[] {
  return [
    defineRoute<never, AuditEntryView[]>({
      method: 'GET',
      path: '/audit',
      summary: 'All changes: who, when, what, before, after, why; from and to are days of the company',
      allow: { action: 'read', resource: 'audit' },
      list: {
        filters: { resource: 'one', record: 'one', by: 'one', from: 'one', to: 'one' },
        sorts: ['at'],
      },
      answer: { listOf: 'access#auditEntry' },
      async handle({ list: { filter, sort, offset, limit } }) {
        const { from, to, ...where } = filter;
        const page = { where, offset, limit };
        const audit = store.collection('audit');
        if (from === undefined && to === undefined) {
          const { docs, total } = await audit.page({ ...page, sort });
          return { body: await viewsOf(store, docs), total };
        }
        const days = await daysOf(store, from, to);
        if ('wrong' in days) {
          return refuse(400, { code: 'request.query', severity: 'error', params: { name: days.wrong } });
        }
        const { docs, total } = await entriesBetween(store, {
          ...page,
          ...days,
          descending: sort.descending,
        });
        return { body: await viewsOf(store, docs), total };
      },
    }),
  ];
}

type Filtered = string | readonly string[] | undefined;

/** The instants in which the first day begins and the last one ends where the company is; the filter that is no day. */
async function daysOf(
  store: Store,
  from: Filtered,
  to: Filtered,
): Promise<{ readonly from?: string; readonly until?: string } | { readonly wrong: string }> {
  const [company] = await currentDefinitions(store, 'company');
  const dayOf = (value: Filtered) => {
    const period = periodOf(String(value), company?.document.timeZone ?? 'UTC');
    return period?.cadence === 'day' ? period : undefined;
  };
  const [first, last] = [dayOf(from), dayOf(to)];
  if (from !== undefined && first === undefined) return { wrong: 'from' };
  if (to !== undefined && last === undefined) return { wrong: 'to' };
  return {
    ...(first !== undefined && { from: first.startInstant }),
    ...(last !== undefined && { until: last.endInstant }),
  };
}

async function viewsOf(store: Store, entries: readonly AuditEntry[]): Promise<AuditEntryView[]> {
  const names = await namesOf(
    store,
    entries.flatMap(({ by, resource, record }) => [
      ...(by === null ? [] : [by]),
      ...(ofPeople.has(resource) ? [record] : []),
    ]),
  );
  const named = (id: string): PersonName => ({ id, name: names.get(id) ?? null });
  return entries.map(({ reason, by, ...entry }) => ({
    ...entry,
    by: by === null ? null : named(by),
    about: ofPeople.has(entry.resource) ? named(entry.record) : null,
    reason: reason ?? null,
  }));
}
