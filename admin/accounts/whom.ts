import type { NewAccount, PersonView } from '../../schemas/index.ts';

/** For whom an account is made: somebody known, chosen from the list, or somebody new. */
export interface Whom {
  readonly kind: 'known' | 'fresh';
  readonly person: PersonView | null;
  readonly identifier: string;
  readonly name: string;
}

export const nobody: Whom = { kind: 'known', person: null, identifier: '', name: '' };

/** What of it is still to be said. */
export function missingOfWhom({
  kind,
  person,
  identifier,
  name,
}: Whom): ('person' | 'identifier' | 'name')[] {
  if (kind === 'known') return person === null ? ['person'] : [];
  return [
    ...(identifier.trim() === '' ? (['identifier'] as const) : []),
    ...(name.trim() === '' ? (['name'] as const) : []),
  ];
}

/** How the API is told. */
export function whomOf({
  kind,
  person,
  identifier,
  name,
}: Whom): Pick<NewAccount, 'person' | 'identifier' | 'name'> {
  if (kind === 'fresh') return { identifier: identifier.trim(), name: name.trim() };
  return person === null ? {} : { person: person.id };
}
