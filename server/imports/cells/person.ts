import { longestName } from '../../people/identifier.ts';
import type { CellReader } from './cell.ts';
import { textReader } from './text.ts';

/** The identifier in a person cell, as it is looked up. */
export const readIdentifier: CellReader = textReader({ maxLength: longestName });

/** A person, stored as their id. @param personOf the person an identifier belongs to. */
export function personReader(personOf: (identifier: string) => string | undefined): CellReader {
  return (text) => {
    const identifier = readIdentifier(text);
    if (typeof identifier !== 'string') return identifier;
    return personOf(identifier) ?? { code: 'cell.unknownPerson' };
  };
}
