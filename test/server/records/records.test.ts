import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../engine/index.ts';
import { commitId, lastCommit } from '../../../server/records/commits.ts';
import { isAlive, thisOwner } from '../../../server/records/owner.ts';
import { recordsAsOf } from '../../../server/records/records-as-of.ts';
import { recordsHash } from '../../../server/records/records-hash.ts';
import { keyOf, recordPrefix, revisionId } from '../../../server/records/revision.ts';
import { Staging, type CommitDetails } from '../../../server/records/staging.ts';
import { valuesHash } from '../../../server/records/values-hash.ts';
import { openMemoryStore } from '../../../server/store/memory.ts';
import type { Store } from '../../../server/store/store.ts';
import { campaignSeed } from '../../support/random.ts';
import { documentCounts, nothing } from '../imports/importer.ts';

const details: CommitDetails = {
  definition: '0'.repeat(64),
  file: { name: 'f.csv', sha256: '0'.repeat(64), bytes: 1, encoding: 'utf-8' },
  options: { mode: 'allOrNothing', encoding: 'auto' },
  rows: 0,
  rejected: 0,
};
const rowsOf = (amounts: Record<string, string>) =>
  Object.entries(amounts).map(([key, amount]) => ({ key, values: { amount } }));

async function begin(store: Store, id: string, amounts: Record<string, string>, dataset = 'deals') {
  const staging = await Staging.begin(store, dataset, id);
  const outcomes = await staging.stage(rowsOf(amounts));
  return { staging, outcomes };
}

async function commit(store: Store, id: string, amounts: Record<string, string>, dataset = 'deals') {
  const { staging, outcomes } = await begin(store, id, amounts, dataset);
  const { commit: number, counts } = await staging.commit(details);
  await staging.end();
  return { number, counts, outcomes };
}

async function amountsAsOf(
  store: Store,
  at: number,
  dataset = 'deals',
): Promise<Record<string, string | null>> {
  const amounts: Record<string, string | null> = {};
  for await (const { key, values } of recordsAsOf(store, dataset, at)) amounts[key] = values['amount']!;
  return amounts;
}

describe('records', () => {
  it('are not seen before the commit, and all at once with it', async () => {
    const store = openMemoryStore();
    const { staging } = await begin(store, 'i1', { a: '1', b: '2' });
    expect(await amountsAsOf(store, 999)).toEqual({});
    expect(await lastCommit(store)).toBe(0);
    expect((await staging.commit(details)).commit).toBe(1);
    expect(await amountsAsOf(store, 1)).toEqual({ a: '1', b: '2' });
  });

  it('stay readable as they were at every earlier commit', async () => {
    const store = openMemoryStore();
    await commit(store, 'z', { a: '1', b: '1' });
    await commit(store, 'y', { b: '2', c: '2' });
    await commit(store, 'x', { a: '3' }, 'other');
    await commit(store, 'w', { a: '4' });
    expect(await amountsAsOf(store, 0)).toEqual({});
    expect(await amountsAsOf(store, 1)).toEqual({ a: '1', b: '1' });
    expect(await amountsAsOf(store, 2)).toEqual({ a: '1', b: '2', c: '2' });
    expect(await amountsAsOf(store, 3)).toEqual({ a: '1', b: '2', c: '2' });
    expect(await amountsAsOf(store, 4)).toEqual({ a: '4', b: '2', c: '2' });
    expect(await amountsAsOf(store, 4, 'other')).toEqual({ a: '3' });
    expect(await lastCommit(store)).toBe(4);
  });

  it('come in the order of their keys, which may be anything', async () => {
    const store = openMemoryStore();
    const keys = ['a', 'b', 'c', 'c/d', '单号 7', '%', '', '~'].filter((key) => key !== '');
    await commit(store, 'i1', Object.fromEntries(keys.map((key) => [key, key])));
    await commit(store, 'i2', Object.fromEntries(keys.map((key) => [key, `${key}!`])));
    const read = await amountsAsOf(store, 2);
    expect(read).toEqual(Object.fromEntries(keys.map((key) => [key, `${key}!`])));
    expect(Object.keys(read)).toEqual(Object.keys(await amountsAsOf(store, 1)));
    const plain = Object.keys(read).filter((key) => /^\w+$/.test(key));
    expect(plain).toEqual(['a', 'b', 'c']);
  });

  it('are compared with the newest commit: added, changed or left alone', async () => {
    const store = openMemoryStore();
    await commit(store, 'i1', { a: '1', b: '1' });
    await commit(store, 'i2', { a: '2' });
    const { outcomes, counts } = await commit(store, 'i3', { a: '1', b: '1', c: '1' });
    expect(outcomes).toEqual(['changed', 'unchanged', 'added']);
    expect(counts).toMatchObject({ added: 1, changed: 1, unchanged: 1 });
    expect(await documentCounts(store)).toEqual({ ...nothing, records: 5, imports: 3 });
  });

  it.each([
    ['equal, then equal', '1', '1'],
    ['equal, then changed', '1', '2'],
    ['changed, then equal', '2', '1'],
    ['changed, then changed', '2', '3'],
  ])('tell a key that comes twice, in one chunk or two: %s', async (_, first, second) => {
    const store = openMemoryStore();
    await commit(store, 'i0', { a: '1' });
    const rows = [first, second].map((amount) => ({ key: 'a', values: { amount } }));
    const one = await Staging.begin(store, 'deals', 'one');
    expect((await one.stage(rows))[1]).toBe('duplicate');
    const two = await Staging.begin(store, 'deals', 'two');
    expect((await two.stage(rows.slice(0, 1)))[0]).not.toBe('duplicate');
    expect(await two.stage(rows.slice(1))).toEqual(['duplicate']);
  });

  it('tell it in a first import too', async () => {
    const staging = await Staging.begin(openMemoryStore(), 'deals', 'i1');
    expect(await staging.stage([...rowsOf({ a: '1', b: '1' }), ...rowsOf({ a: '1' })])).toEqual([
      'added',
      'added',
      'duplicate',
    ]);
    expect(await staging.stage(rowsOf({ b: '2' }))).toEqual(['duplicate']);
    expect(staging.counts).toEqual({ added: 2, changed: 0, unchanged: 0 });
  });

  it('leave no trace of an import that ends without a commit', async () => {
    const store = openMemoryStore();
    const { staging } = await begin(store, 'i1', { a: '1' });
    await staging.end();
    expect(await documentCounts(store)).toEqual(nothing);
  });
});

describe('two imports at once', () => {
  it('count in the order of their commits', async () => {
    const store = openMemoryStore();
    const first = await begin(store, 'i1', { a: 'first', b: 'first' });
    const second = await begin(store, 'i2', { a: 'second' });
    expect((await second.staging.commit(details)).commit).toBe(1);
    expect((await first.staging.commit(details)).commit).toBe(2);
    expect(await amountsAsOf(store, 1)).toEqual({ a: 'second' });
    expect(await amountsAsOf(store, 2)).toEqual({ a: 'first', b: 'first' });
  });

  it('each get a number of their own', async () => {
    const store = openMemoryStore();
    const stagings = await Promise.all(
      Array.from({ length: 16 }, (_, index) => begin(store, `i${index}`, { [`k${index}`]: '1' })),
    );
    const commits = await Promise.all(stagings.map(({ staging }) => staging.commit(details)));
    expect(commits.map((made) => made.commit).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 16 }, (_, i) => i + 1),
    );
    expect(Object.keys(await amountsAsOf(store, 16))).toHaveLength(16);
  });

  it('end as if one had come after the other, also where a row changed nothing when it was read', async () => {
    const store = openMemoryStore();
    await commit(store, 'i0', { a: 'old', b: 'old', c: 'old' });
    const late = await begin(store, 'late', { a: 'old', b: 'old', c: 'new' });
    expect(late.outcomes).toEqual(['unchanged', 'unchanged', 'changed']);
    await commit(store, 'early', { a: 'between' });
    const { commit: number, counts } = await late.staging.commit(details);
    await late.staging.end();
    expect(counts).toMatchObject({ added: 0, changed: 2, unchanged: 1 });
    expect(await amountsAsOf(store, number)).toEqual({ a: 'old', b: 'old', c: 'new' });
    expect(await documentCounts(store)).toMatchObject({ records: 3 + 1 + 2, stagedKeys: 0, stagings: 0 });
  });

  it('do not clear up what the other is writing', async () => {
    const store = openMemoryStore();
    const first = await begin(store, 'i1', { a: '1' });
    const second = await begin(store, 'i2', { b: '1' });
    await second.staging.end();
    await first.staging.commit(details);
    expect(await amountsAsOf(store, 1)).toEqual({ a: '1' });
  });

  it('cannot have one id', async () => {
    const store = openMemoryStore();
    await Staging.begin(store, 'deals', 'i1');
    await expect(Staging.begin(store, 'deals', 'i1')).rejects.toThrow(/has begun before/);
  });
});

describe('an import whose process is gone', () => {
  /** No process has it: the greatest number there can be is less. */
  const deadPid = 2 ** 30;

  async function die(store: Store, importId: string): Promise<void> {
    const mark = await store.collection('stagings').get(importId);
    await store.collection('stagings').removeWhere('import', importId);
    await store.collection('stagings').insert({ ...mark!, owner: { ...thisOwner(), pid: deadPid } });
  }

  it('is cleared up when the next begins', async () => {
    const store = openMemoryStore();
    await begin(store, 'dead', { a: '1' });
    await die(store, 'dead');
    const next = await Staging.begin(store, 'other', 'next');
    await next.end();
    expect(await documentCounts(store)).toEqual(nothing);
  });

  it('keeps its rows where it was committed', async () => {
    const store = openMemoryStore();
    const { staging } = await begin(store, 'dead', { a: '1' });
    await staging.commit(details);
    await die(store, 'dead');
    await (await Staging.begin(store, 'other', 'next')).end();
    expect(await amountsAsOf(store, 1)).toEqual({ a: '1' });
    expect(await documentCounts(store)).toEqual({ ...nothing, records: 1, imports: 1 });
  });

  it('is told by its process, and after a day taken for gone wherever it ran', () => {
    const now = Date.parse('2026-03-05T12:00:00Z');
    const owner = { ...thisOwner(), begun: '2026-03-05T11:00:00.000Z' };
    expect(isAlive(owner, now)).toBe(true);
    expect(isAlive({ ...owner, pid: deadPid }, now)).toBe(false);
    // As in a container, where every process that is started has the same number.
    expect(isAlive({ ...owner, process: 'a former one' }, now)).toBe(false);
    expect(isAlive({ ...owner, pid: deadPid, host: 'elsewhere' }, now)).toBe(true);
    expect(isAlive({ ...owner, host: 'elsewhere', begun: '2026-03-04T11:00:00.000Z' }, now)).toBe(false);
    expect(isAlive({ ...owner, begun: '2026-03-04T11:00:00.000Z' }, now)).toBe(false);
  });
});

describe('the hash of records', () => {
  it('says what they are, not how they came to be so', async () => {
    const [one, other] = [openMemoryStore(), openMemoryStore()];
    await commit(one, 'i1', { a: '1', b: '2', 'b/c': '3' });
    await commit(other, 'j1', { b: '0', 'b/c': '3' });
    await commit(other, 'j2', { a: '1', b: '2' });
    expect(await recordsHash(other, ['deals'], 2)).toBe(await recordsHash(one, ['deals'], 1));
    expect(await recordsHash(other, ['deals'], 1)).not.toBe(await recordsHash(one, ['deals'], 1));
  });

  it('does not depend on the order of the datasets, nor on naming one twice', async () => {
    const store = openMemoryStore();
    await commit(store, 'i1', { a: '1' });
    await commit(store, 'i2', { a: '1' }, 'other');
    const hash = await recordsHash(store, ['deals', 'other'], 2);
    expect(await recordsHash(store, ['other', 'deals', 'other'], 2)).toBe(hash);
    expect(await recordsHash(store, ['deals'], 2)).not.toBe(hash);
  });

  it('can be recomputed by hand', async () => {
    const store = openMemoryStore();
    await commit(store, 'i1', { a: '1' });
    const line = JSON.stringify(['deals', 'a', hashOf({ amount: '1' })]);
    const { createHash } = await import('node:crypto');
    expect(await recordsHash(store, ['deals'], 1)).toBe(
      createHash('sha256').update(`${line}\n`).digest('hex'),
    );
    const none = createHash('sha256').digest('hex');
    expect(await recordsHash(store, ['deals'], 0)).toBe(none);
  });

  it('of one record is that of its RFC 8785 form', () => {
    const column = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((name) => name !== '__proto__' && !/^\d/.test(name));
    const cell = fc.option(fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.dictionary(column, cell), (values) => {
        expect(valuesHash(values)).toBe(hashOf(values));
      }),
      { seed: campaignSeed(2) },
    );
  });
});

describe('ids of records', () => {
  it('tell any two keys apart, and no prefix takes in another key', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(revisionId('d', one, 'i')).toMatch(/^[\x21-\x7e]+$/);
        expect(revisionId('d', one, 'i').startsWith(recordPrefix('d', other))).toBe(one === other);
      }),
      { seed: campaignSeed(3) },
    );
  });

  it('have keys that tell any two rows apart', () => {
    const part = fc.string({ unit: fc.constantFrom('a', '/', '~', '0', '1'), minLength: 1, maxLength: 4 });
    const values = fc.tuple(part, part);
    fc.assert(
      fc.property(values, values, (one, other) => {
        expect(keyOf(one) === keyOf(other)).toBe(one.join('\n') === other.join('\n'));
      }),
      { seed: campaignSeed(4), numRuns: 2000 },
    );
    expect(keyOf(['a/b~c'])).toBe('a/b~c');
    expect(keyOf(['a/b', '~c'])).toBe('a~1b/~0c');
  });

  it('number commits so that they stand in order', () => {
    expect(commitId(7)).toBe('000000000007');
  });
});
