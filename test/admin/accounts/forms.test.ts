import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wrongWith } from '../../../admin/accounts/own-password-check.ts';
import { isLongEnough, shortest, suggestedPassword } from '../../../admin/accounts/passwords.ts';
import { reasonOf } from '../../../admin/accounts/reason.ts';
import { missingOfWhom, nobody, whomOf } from '../../../admin/accounts/whom.ts';
import type { PersonView } from '../../../schemas/index.ts';

const schema = join(import.meta.dirname, '../../../schemas/api/access.schema.json');
interface Schema {
  readonly $defs: {
    readonly passwordChange: { readonly properties: { readonly next: { readonly minLength: number } } };
  };
}

const person: PersonView = {
  id: 'p1',
  name: 'A',
  identifiers: ['E1'],
  team: null,
  role: null,
  stage: null,
  revision: 1,
};

describe('a suggested password', () => {
  it('is twenty letters in groups that are not taken for one another, each byte falling on one of them', () => {
    const all = Array.from({ length: 256 }, (_, byte) => byte);
    const letters = all.map((byte) => suggestedPassword(new Uint8Array(20).fill(byte))[0]!);
    expect(new Set(letters).size).toBe(32);
    expect(letters.filter((letter) => 'lo01'.includes(letter))).toEqual([]);
    for (const letter of letters) expect(letters.filter((other) => other === letter)).toHaveLength(8);
    expect(suggestedPassword(Uint8Array.from({ length: 20 }, (_, n) => n))).toMatch(/^(.{5}-){3}.{5}$/);
  });

  it('is made of all the random bytes, and of nothing less', () => {
    expect(() => suggestedPassword(new Uint8Array(19))).toThrow(RangeError);
    expect(isLongEnough(suggestedPassword(new Uint8Array(20)))).toBe(true);
  });
});

describe('a password in a form', () => {
  it('is long enough exactly where the API takes it, however many bytes a letter has', () => {
    const { $defs } = JSON.parse(readFileSync(schema, 'utf8')) as Schema;
    expect($defs.passwordChange.properties.next.minLength).toBe(shortest);
    for (const letter of ['a', '密', '🔑']) {
      expect(isLongEnough(letter.repeat(shortest - 1))).toBe(false);
      expect(isLongEnough(letter.repeat(shortest))).toBe(true);
    }
  });

  it('is not sent before all is right', () => {
    const right = { current: 'what it was', next: 'what it becomes', again: 'what it becomes' };
    expect(wrongWith(right)).toEqual({});
    expect(wrongWith({ ...right, current: '' })).toEqual({ current: 'currentMissing' });
    expect(wrongWith({ ...right, again: 'what it became' })).toEqual({ again: 'againDiffers' });
    expect(wrongWith({ current: 'x', next: 'short', again: 'short' })).toEqual({ next: 'tooShort' });
    expect(wrongWith({ ...right, current: right.next })).toEqual({ next: 'sameAsBefore' });
  });
});

describe('for whom an account is made', () => {
  it('is somebody chosen from the list, or somebody with identifier and name', () => {
    expect(missingOfWhom(nobody)).toEqual(['person']);
    expect(missingOfWhom({ ...nobody, person })).toEqual([]);
    expect(missingOfWhom({ ...nobody, kind: 'fresh', name: ' ' })).toEqual(['identifier', 'name']);
  });

  it('is told to the API in one way only, whatever was typed in the other before', () => {
    const both = { ...nobody, person, identifier: ' a@example.com ', name: ' B ' };
    expect(whomOf(both)).toEqual({ person: 'p1' });
    expect(whomOf({ ...both, kind: 'fresh' })).toEqual({ identifier: 'a@example.com', name: 'B' });
  });

  it('has a reason only where one was written', () => {
    expect(reasonOf('  ')).toEqual({});
    expect(reasonOf(' new here ')).toEqual({ reason: 'new here' });
  });
});
