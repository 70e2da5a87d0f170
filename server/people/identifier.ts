/** The most characters an identifier or a name has. */
export const longestName = 200;

/** The id of an identifier's document. */
export function identifierId(identifier: string): string {
  return encodeURIComponent(identifier);
}
