import type { NewPerson, People } from '../people/people.ts';
import type { StagedPeople } from '../people/staged-people.ts';

/** How many identifiers are remembered from some rows to the next. */
const mostRemembered = 50_000;

/** Finds the people of a file's rows, a chunk of rows at a time. */
export class PersonFinder {
  readonly #people: People;
  readonly #staged: StagedPeople;
  readonly #registered = new Map<string, string | undefined>();
  readonly #new = new Map<string, string>();

  constructor(people: People, staged: StagedPeople) {
    this.#people = people;
    this.#staged = staged;
  }

  /**
   * Looks up all identifiers of a chunk, before its rows are read.
   * @param placing those that make a person of whoever is not one yet.
   */
  async prepare(identifiers: ReadonlySet<string>, placing: ReadonlySet<string>): Promise<void> {
    const asked = [...identifiers, ...placing].filter((identifier) => !this.#registered.has(identifier));
    const persons = await this.#people.resolve(asked);
    for (const [index, identifier] of asked.entries()) this.#registered.set(identifier, persons[index]);

    const unknown = [...placing].filter(
      (identifier) => this.#registered.get(identifier) === undefined && !this.#new.has(identifier),
    );
    const staged = await this.#staged.find(unknown);
    for (const [index, identifier] of unknown.entries()) {
      this.#new.set(identifier, staged[index] ?? this.#people.newId());
    }
  }

  /** The person who has the identifier. */
  registered(identifier: string): string | undefined {
    return this.#registered.get(identifier);
  }

  /** The person who has the identifier, or will have it once the import commits. */
  placed(identifier: string): string | undefined {
    return this.#registered.get(identifier) ?? this.#new.get(identifier);
  }

  /** Keeps the people of rows that were taken, to be registered with the commit. */
  async keep(people: readonly NewPerson[]): Promise<void> {
    await this.#staged.add(people);
  }

  /** Makes room, once all rows that were read are staged: until then an id given must stay the same. */
  forget(): void {
    if (this.#registered.size + this.#new.size <= mostRemembered) return;
    this.#registered.clear();
    this.#new.clear();
  }
}
