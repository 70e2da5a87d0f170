/** Sorts after every id that begins with the prefix, because it is the one ASCII character ids cannot hold. */
const afterAll = '\x7f';

/** Refuses what is no id: a bug, because every store must order ids in the same way. */
export function assertId(id: string): void {
  if (!/^[\x20-\x7e]+$/.test(id)) throw new TypeError(`not an id: ${JSON.stringify(id)}`);
}

/** Ids that begin with a prefix lie in [prefix, end). */
export function endOfPrefix(prefix: string): string {
  if (!/^[\x20-\x7e]*$/.test(prefix)) throw new TypeError(`not a prefix of ids: ${JSON.stringify(prefix)}`);
  return prefix + afterAll;
}
