import type { AuditEntryView } from '../../schemas/index.ts';
import { defineRoute, type Route } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import { namesOf } from '../people/names.ts';

/** The log of all changes. */
export function auditRoutes({ store }: Services): Route[] {
  return [
    defineRoute<never, AuditEntryView[]>({
      method: 'GET',
      path: '/audit',
      summary: 'All changes: who, when, what, before, after, why',
      allow: { action: 'read', resource: 'audit' },
      list: { filters: { resource: 'one', record: 'one', by: 'one' }, sorts: ['at'] },
      answer: { listOf: 'access#auditEntry' },
      async handle({ list: { filter, sort, offset, limit } }) {
        const { docs, total } = await store.collection('audit').page({ where: filter, sort, offset, limit });
        const names = await namesOf(
          store,
          docs.flatMap(({ by }) => (by === null ? [] : [by])),
        );
        const body = docs.map(({ reason, by, ...entry }) => ({
          ...entry,
          by: by === null ? null : { id: by, name: names.get(by) ?? null },
          reason: reason ?? null,
        }));
        return { body, total };
      },
    }),
  ];
}
