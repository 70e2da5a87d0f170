import { can, reachOf, type Caller } from '../../engine/access/can.ts';
import type { Issue, PersonChange, PersonView } from '../../schemas/index.ts';
import { defineRoute, refuse, type Route } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import { recordChange } from '../changes/audit.ts';
import { newestRevision, revisionId } from '../changes/revise.ts';
import type { StoredPerson } from '../store/documents.ts';
import type { Where } from '../store/store.ts';
import { entryOf, type ChangedPerson } from './changed-names.ts';
import { placesOf, type Places } from './places.ts';

const issue = (code: string): Issue => ({ code, severity: 'error' });

/** People, with where they are today. */
export function personRoutes(services: Services): Route[] {
  const { store } = services;
  const people = store.collection('people');
  return [
    defineRoute<never, PersonView[]>({
      method: 'GET',
      path: '/people',
      summary: 'People, with team, role and stage of today',
      allow: { action: 'read', resource: 'person' },
      list: { filters: { q: 'one', team: 'many' }, sorts: ['name'] },
      answer: { listOf: 'company-data#person' },
      async handle({ list: { filter, sort, offset, limit }, caller }) {
        const places = await placesOf(services);
        const where = whereOf(caller, places, [filter['team'] ?? []].flat());
        if (where === undefined) return { body: [], total: 0 };
        const contains =
          filter['q'] === undefined ? {} : { contains: { field: 'name', text: String(filter['q']) } };
        const { docs, total } = await people.page({ where, ...contains, sort, offset, limit });
        return { body: docs.map((person) => viewOf(person, places)), total };
      },
    }),
    defineRoute<never, PersonView>({
      method: 'GET',
      path: '/people/:id',
      summary: 'One person',
      allow: { action: 'read', resource: 'person' },
      answer: 'company-data#person',
      async handle({ params, caller }) {
        const person = await newestRevision(people, params['id']!);
        const places = await placesOf(services);
        const about = { person: person?.person, team: places.people.get(params['id']!)?.team };
        // Who may not see all of them is not told either who is there.
        if (!can(caller, 'read', 'person', about)) return refuse(403, issue('access.denied'));
        if (person === undefined) return refuse(404, issue('request.notFound'));
        return { body: viewOf(person, places), etag: person.revision };
      },
    }),
    defineRoute<PersonChange, PersonView>({
      method: 'PUT',
      path: '/people/:id',
      summary: 'Change what somebody is called; the old name is not kept',
      allow: { action: 'update', resource: 'person' },
      ifMatch: true,
      body: 'company-data#personChange',
      answer: 'company-data#person',
      async handle({ params, body, ifMatch, change }) {
        const before = await newestRevision(people, params['id']!);
        if (before === undefined) return refuse(404, issue('request.notFound'));
        if (ifMatch !== String(before.revision)) return refuse(412, issue('request.stale'));
        const revision = before.revision + 1;
        const after: ChangedPerson = {
          ...before,
          id: revisionId(before.person, revision),
          revision,
          name: body.name,
          change: change(body.reason),
        };
        if (!(await people.insert(after))) return refuse(412, issue('request.stale'));
        await people.remove([before.id]);
        await recordChange(store, entryOf(after));
        return { body: viewOf(after, await placesOf(services)), etag: revision };
      },
    }),
  ];
}

/** Whom of the people the reader may see, and wants to. */
function whereOf(
  caller: Caller | undefined,
  { people }: Places,
  teams: readonly string[],
): Where | undefined {
  const reach = reachOf(caller, 'read', 'person');
  if (reach === undefined) return undefined;
  if (reach.scope === 'all' && teams.length === 0) return {};
  const inReach = [...people].filter(
    ([person, { team }]) =>
      (teams.length === 0 || teams.includes(team)) &&
      (reach.scope === 'all' ||
        person === caller?.person ||
        (reach.scope === 'team' && reach.teams.includes(team))),
  );
  return inReach.length === 0 ? undefined : { person: inReach.map(([person]) => person) };
}

function viewOf({ person, name, identifiers, revision }: StoredPerson, places: Places): PersonView {
  const place = places.people.get(person);
  return {
    id: person,
    name,
    identifiers: [...identifiers],
    team: place?.team ?? null,
    role: place?.role ?? null,
    stage: place?.stage ?? null,
    revision,
  };
}
