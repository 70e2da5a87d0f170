import type { AccountView, DemoPerson, Me } from '../../schemas/index.ts';
import type { Services } from '../api/services.ts';
import { currentDefinitions } from '../definitions/definitions.ts';
import { placesOf } from '../people/places.ts';
import type { Account, StoredPerson } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { accountOf, allAccounts } from './accounts.ts';

/** Accounts with the names of whose they are. */
export async function accountViews(store: Store, accounts: readonly Account[]): Promise<AccountView[]> {
  const people = await peopleById(
    store,
    accounts.map(({ person }) => person),
  );
  return accounts.map(({ person, grants, active, password, revision }) => ({
    id: person,
    name: people.get(person)?.name ?? null,
    identifiers: [...(people.get(person)?.identifiers ?? [])],
    grants: [...grants],
    active,
    hasPassword: password !== null,
    revision,
  }));
}

/** Who somebody is to the admin. */
export async function meOf(services: Services, person: string): Promise<Me | undefined> {
  const { store, demo } = services;
  const account = await accountOf(store, person);
  if (account === undefined) return undefined;
  const people = await peopleById(store, [person]);
  const places = await placesOf(services);
  const [company] = await currentDefinitions(store, 'company');
  return {
    person,
    name: people.get(person)?.name ?? null,
    grants: [...account.grants],
    team: places.people.get(person)?.team ?? null,
    demo,
    company: company?.document.name ?? null,
    hasPassword: account.password !== null,
  };
}

/** Whom one can be in the demonstration: the people of the office first, then some sellers of each team. */
export async function demoPeople(services: Services): Promise<DemoPerson[]> {
  const accounts = (await allAccounts(services.store)).filter(({ active }) => active);
  const people = await peopleById(
    services.store,
    accounts.map(({ person }) => person),
  );
  const places = await placesOf(services);
  return accounts.map(({ person, grants }) => ({
    person,
    name: people.get(person)?.name ?? '',
    grants: [...grants],
    team: places.people.get(person)?.team ?? null,
  }));
}

async function peopleById(store: Store, persons: readonly string[]): Promise<Map<string, StoredPerson>> {
  const groups = await store.collection('people').startingWith(persons.map((person) => `${person}/`));
  return new Map(
    groups.flatMap((group) => group.slice(-1).map((person) => [person.person, person] as const)),
  );
}
