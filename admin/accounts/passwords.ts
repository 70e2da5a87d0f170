/** As short as a password may be, as the API has it. */
export const shortest = 12;

/** Whether a password is long enough: letters count, not bytes. */
export function isLongEnough(password: string): boolean {
  return Array.from(password).length >= shortest;
}

// Letters and figures that are not taken for one another when somebody reads them out: 32, so that a byte
// falls on each equally often.
const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
const length = 20;

/** A password nobody would guess, in groups that can be read out. @param random 20 random bytes. */
export function suggestedPassword(random: Uint8Array): string {
  if (random.length !== length) throw new RangeError(`${random.length} bytes instead of ${length}`);
  const text = Array.from(random, (byte) => letters[byte % letters.length]!).join('');
  return text.match(/.{5}/g)!.join('-');
}

/** Random bytes of the browser's, as many as a password needs. */
export function randomBytes(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
