import type { Store } from '../store/store.ts';
import { stagedPrefix } from '../records/staging-mark.ts';
import { identifierId } from './identifier.ts';
import type { NewPerson, People } from './people.ts';

const chunk = 1000;

/** The people an import found, until it commits or is given up. */
export interface StagedPeople {
  /** The person ids given so far. */
  find(identifiers: readonly string[]): Promise<readonly (string | undefined)[]>;
  /** Of two with one identifier the first stays. */
  add(people: readonly NewPerson[]): Promise<void>;
  /**
   * Registers them all.
   * @returns false where an identifier has meanwhile become another person's; those registered so far stay.
   */
  register(people: People): Promise<boolean>;
}

/** The people staged under an import's id; they are removed with its staging. */
export function stagedPeople(store: Store, importId: string): StagedPeople {
  const staged = store.collection('stagedPeople');
  const idOf = (identifier: string) => stagedPrefix(importId) + identifierId(identifier);
  return {
    async find(identifiers) {
      return (await staged.getMany(identifiers.map(idOf))).map((found) => found?.person);
    },
    async add(people) {
      await staged.insertMany(
        people.map(({ id, identifier, name }) => ({
          id: idOf(identifier),
          import: importId,
          person: id,
          identifier,
          name,
        })),
      );
    },
    async register(people) {
      let waiting: NewPerson[] = [];
      const flush = async () => {
        const owners = await people.registerAll(waiting);
        const agreed = waiting.every(({ id }, index) => owners[index] === id);
        waiting = [];
        return agreed;
      };
      for await (const { person: id, identifier, name } of staged.scan({ prefix: stagedPrefix(importId) })) {
        waiting.push({ id, identifier, name });
        if (waiting.length === chunk && !(await flush())) return false;
      }
      return flush();
    },
  };
}
