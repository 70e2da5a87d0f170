import { teamOfKey } from '../runs/subject-key.ts';
import type { Store } from '../store/store.ts';

/** What everybody is called, by person id. */
export async function peopleNames(store: Store): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for await (const { person, name } of store.collection('people').scan()) names.set(person, name);
  return names;
}

/** What these people, or teams, are called; null for whom no name is known any more. */
export async function namesOf(store: Store, persons: Iterable<string>): Promise<Map<string, string | null>> {
  const wanted = [...new Set(persons)];
  const people = wanted.filter((key) => teamOfKey(key) === undefined);
  const groups = await store.collection('people').startingWith(people.map((person) => `${person}/`));
  return new Map([
    ...wanted.map((key) => [key, teamOfKey(key) ?? null] as const),
    ...people.map((person, index) => [person, groups[index]?.at(-1)?.name ?? null] as const),
  ]);
}

/** People whose name contains this text, at most a thousand. */
export async function personsCalled(store: Store, text: string): Promise<string[]> {
  const { docs } = await store
    .collection('people')
    .page({ contains: { field: 'name', text }, offset: 0, limit: 1000 });
  return [...new Set(docs.map(({ person }) => person))];
}
