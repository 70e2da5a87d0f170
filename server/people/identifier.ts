import type { Doc } from '../store/doc.ts';

/** Whose identifier it is: one person only, because the id is made of the identifier. */
export interface Identifier extends Doc {
  readonly person: string;
}

/** The most characters an identifier or a name has. */
export const longestName = 200;

/** The id of an identifier's document. */
export function identifierId(identifier: string): string {
  return encodeURIComponent(identifier);
}
