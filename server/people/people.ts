import { randomUUID } from 'node:crypto';
import { revisionId } from '../changes/revise.ts';
import type { Store } from '../store/store.ts';
import { identifierId } from './identifier.ts';

/** A person to be registered under an id that is theirs unless the identifier is somebody's already. */
export interface NewPerson {
  readonly id: string;
  readonly identifier: string;
  readonly name: string;
}

/** Who the company's files speak of. Names stand here and nowhere else, so that they can be erased. */
export interface People {
  /** A person id nobody has. */
  newId(): string;
  /** For each identifier, as written in the file, the person's id. */
  resolve(identifiers: readonly string[]): Promise<readonly (string | undefined)[]>;
  /** @returns the id of the person the identifier belongs to, who is new where nobody had it. */
  register(identifier: string, name: string): Promise<string>;
  /** @returns for each the id of the person the identifier belongs to. */
  registerAll(people: readonly NewPerson[]): Promise<readonly string[]>;
}

/**
 * The people of a store.
 * @param newId gives random ids that say nothing of the person.
 */
export function peopleOf(store: Store, newId: () => string = randomUUID): People {
  const identifiers = store.collection('identifiers');
  const persons = store.collection('people');

  async function resolve(wanted: readonly string[]) {
    return (await identifiers.getMany(wanted.map(identifierId))).map((found) => found?.person);
  }

  async function registerAll(people: readonly NewPerson[]) {
    await identifiers.insertMany(
      people.map(({ id, identifier }) => ({ id: identifierId(identifier), person: id })),
    );
    const owners = (await resolve(people.map(({ identifier }) => identifier))).map((owner) => owner!);
    // Also for those who had the identifier before: a process that ended between the two writes left them without.
    // Whoever has a name keeps it: somebody may have changed it, or erased it.
    const known = await persons.startingWith(owners.map((owner) => `${owner}/`));
    await persons.insertMany(
      people.flatMap(({ identifier, name }, index) => {
        const person = owners[index]!;
        if (known[index]!.length > 0) return [];
        return [{ id: revisionId(person, 1), person, revision: 1, identifiers: [identifier], name }];
      }),
    );
    return owners;
  }

  return {
    newId,
    resolve,
    async register(identifier, name) {
      const [owner] = await registerAll([{ id: newId(), identifier, name }]);
      return owner!;
    },
    registerAll,
  };
}
