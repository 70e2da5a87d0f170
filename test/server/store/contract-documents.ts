import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectionNames, declarations } from '../../../server/store/collections.ts';
import type { Collection, Store } from '../../../server/store/store.ts';
import type { Identifier, RecordRevision } from '../../../server/store/documents.ts';

const revision = (id: string, importId = 'i1'): RecordRevision => ({
  id,
  dataset: 'deals',
  key: id,
  import: importId,
  hash: '',
  values: { amount: '1', note: null },
});

async function idsOf(docs: AsyncIterable<{ id: string }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of docs) ids.push(id);
  return ids;
}

/** What every store does with its documents. @param open a new, empty store each time. */
export function documentContract(open: () => Promise<Store>): void {
  let store: Store;
  let records: Collection<RecordRevision>;
  let identifiers: Collection<Identifier>;

  beforeEach(async () => {
    store = await open();
    records = store.collection('records');
    identifiers = store.collection('identifiers');
  });
  afterEach(() => store.close());

  describe('writing', () => {
    it('gives back what was inserted, whatever the text', async () => {
      const doc = { ...revision('a'), values: { 销售额: '1', quote: `'";--\\ \u2028 😀`, none: null } };
      const own = JSON.parse('{"__proto__":"own","constructor":"c"}') as Record<string, string>;
      expect(await records.insert(doc)).toBe(true);
      expect(await records.insert({ ...revision('b'), values: own })).toBe(true);
      expect(await records.get('a')).toEqual(doc);
      expect(JSON.stringify((await records.get('b'))?.values)).toBe('{"__proto__":"own","constructor":"c"}');
      expect(await records.get('c')).toBeUndefined();
    });

    it('refuses a taken id and changes nothing', async () => {
      await identifiers.insert({ id: 'a', person: 'first' });
      expect(await identifiers.insert({ id: 'a', person: 'second' })).toBe(false);
      expect(await identifiers.get('a')).toEqual({ id: 'a', person: 'first' });
    });

    it('tells of every document of a chunk whether its id was free', async () => {
      await records.insert(revision('b', 'before'));
      const written = await records.insertMany(['a', 'b', 'c', 'a'].map((id) => revision(id)));
      expect(written).toEqual([true, false, true, false]);
      expect((await records.get('b'))?.import).toBe('before');
      expect(await records.insertMany([])).toEqual([]);
    });

    it('tells it of a large chunk too', async () => {
      const ids = Array.from({ length: 1234 }, (_, index) => `k${index}`);
      await records.insertMany(
        ids.filter((_, index) => index % 100 === 99).map((id) => revision(id, 'before')),
      );
      const written = await records.insertMany(ids.map((id) => revision(id)));
      expect(written).toEqual(ids.map((_, index) => index % 100 !== 99));
      expect(await records.insertMany(ids.map((id) => revision(`${id}/2`)))).toEqual(ids.map(() => true));
      expect((await idsOf(records.scan())).length).toBe(2 * ids.length);
    });

    it('lets only one of 16 concurrent writers have an id', async () => {
      const writers = Array.from({ length: 16 }, async (_, writer) => {
        const won: number[] = [];
        for (let number = 0; number < 50; number += 1) {
          if (await identifiers.insert({ id: `n${number}`, person: `w${writer}` })) won.push(number);
        }
        return won;
      });
      const won = (await Promise.all(writers)).flat();
      expect(won.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, number) => number));
    });

    it('refuses what is not JSON, and writes nothing of the chunk it is in', async () => {
      class Person {
        name = 'x';
      }
      const bad: unknown[] = [
        undefined,
        Number.NaN,
        Infinity,
        1n,
        new Date(0),
        Buffer.from('x'),
        new Map(),
        new Person(),
      ];
      bad.push(() => 1, Symbol('s'), [undefined], Array.from({ length: 1 }).concat([1]), {
        deep: { er: undefined },
      });
      for (const value of bad) {
        const doc = { ...revision('bad'), values: { value } } as unknown as RecordRevision;
        await expect(records.insert(doc)).rejects.toThrow(/not JSON at \/values/);
        await expect(records.insertMany([revision('good'), doc])).rejects.toThrow(TypeError);
      }
      expect(await idsOf(records.scan())).toEqual([]);
    });

    it('refuses ids that stores would order differently', async () => {
      for (const id of ['', 'é', '销售', 'a\nb', 'a\x7f']) {
        await expect(identifiers.insert({ id, person: 'p' })).rejects.toThrow(TypeError);
      }
    });

    it('keeps what it was given, not the object it was given', async () => {
      const doc = revision('a');
      await records.insert(doc);
      doc.values['amount'] = '2';
      const read = await records.get('a');
      read!.values['amount'] = '3';
      expect((await records.get('a'))?.values['amount']).toBe('1');
    });
  });

  describe('reading', () => {
    const ids = ['a', 'a!', 'a%', 'a/', 'a/1', 'a/10', 'a/2', 'a_', 'aa', 'b', 'B', '~'];

    beforeEach(async () => {
      await identifiers.insertMany(ids.toReversed().map((id) => ({ id, person: id })));
    });

    it('scans in the order of code units', async () => {
      expect(await idsOf(identifiers.scan())).toEqual(ids.toSorted());
    });

    it('takes prefixes literally', async () => {
      expect(await idsOf(identifiers.scan({ prefix: 'a/' }))).toEqual(['a/', 'a/1', 'a/10', 'a/2']);
      expect(await idsOf(identifiers.scan({ prefix: 'a/1' }))).toEqual(['a/1', 'a/10']);
      expect(await idsOf(identifiers.scan({ prefix: 'a%' }))).toEqual(['a%']);
      expect(await idsOf(identifiers.scan({ prefix: 'a_' }))).toEqual(['a_']);
      expect(await idsOf(identifiers.scan({ prefix: '~' }))).toEqual(['~']);
      expect(await idsOf(identifiers.scan({ prefix: 'x' }))).toEqual([]);
    });

    it('scans on after an id, which need not be there', async () => {
      expect(await idsOf(identifiers.scan({ prefix: 'a/', after: 'a/1' }))).toEqual(['a/10', 'a/2']);
      expect(await idsOf(identifiers.scan({ prefix: 'a/', after: 'a/11' }))).toEqual(['a/2']);
      expect(await idsOf(identifiers.scan({ prefix: 'a/', after: '' }))).toHaveLength(4);
      expect(await idsOf(identifiers.scan({ prefix: 'a/', after: 'B' }))).toHaveLength(4);
      expect(await idsOf(identifiers.scan({ prefix: 'a/', after: 'a/' }))).toEqual(['a/1', 'a/10', 'a/2']);
      expect(await idsOf(identifiers.scan({ prefix: 'a/', after: 'b' }))).toEqual([]);
      expect(await idsOf(identifiers.scan({ after: '~' }))).toEqual([]);
    });

    it('finds the last of a prefix', async () => {
      expect((await identifiers.last('a/'))?.id).toBe('a/2');
      expect((await identifiers.last('a/1'))?.id).toBe('a/10');
      expect((await identifiers.last(''))?.id).toBe('~');
      expect(await identifiers.last('c')).toBeUndefined();
    });

    it('reads many in the order they are asked for', async () => {
      const found = await identifiers.getMany(['b', 'none', 'a', 'b']);
      expect(found.map((doc) => doc?.id)).toEqual(['b', undefined, 'a', 'b']);
      expect(await identifiers.getMany([])).toEqual([]);
    });

    it('reads the groups of several prefixes, each in order', async () => {
      const groups = await identifiers.startingWith(['a/1', 'none', 'a', 'a/1']);
      expect(groups.map((group) => group.map(({ id }) => id))).toEqual([
        ['a/1', 'a/10'],
        [],
        ids.filter((id) => id.startsWith('a')).toSorted(),
        ['a/1', 'a/10'],
      ]);
      expect(await identifiers.startingWith([])).toEqual([]);
    });

    it('does not mix collections', async () => {
      expect(await records.get('a')).toBeUndefined();
      expect(await idsOf(records.scan())).toEqual([]);
    });
  });

  it('sees every document once that is there all the while it scans, in order, though others come and go', async () => {
    const number = (index: number) => `k${String(index).padStart(5, '0')}`;
    const stay = Array.from({ length: 2000 }, (_, index) => number(index * 2));
    await records.insertMany(stay.map((id) => revision(id)));
    await records.insertMany(stay.map((id) => revision(`${id}-gone`, 'gone')));
    const seen: string[] = [];
    for await (const { id } of records.scan()) {
      seen.push(id);
      if (seen.length === 700) await records.removeWhere('import', 'gone');
      if (seen.length % 500 === 0) await records.insert(revision(number(seen.length * 2 + 1), 'new'));
    }
    expect(seen).toEqual(seen.toSorted());
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => stay.includes(id))).toEqual(stay);
  });

  describe('removing', () => {
    it('takes what has the value, all of it, and says how much it was', async () => {
      const many = Array.from({ length: 4100 }, (_, index) =>
        revision(`k${index}`, index < 4050 ? 'go' : 'stay'),
      );
      await records.insertMany(many);
      expect(await records.removeWhere('import', 'go')).toBe(4050);
      expect(await idsOf(records.scan())).toHaveLength(50);
      expect(await records.get('k0')).toBeUndefined();
      expect(await records.removeWhere('import', 'go')).toBe(0);
      expect(await records.insert(revision('k0', 'again'))).toBe(true);
      expect(await records.last('k0')).toMatchObject({ import: 'again' });
    });

    it('takes only declared fields', async () => {
      await expect(records.removeWhere('hash', '')).rejects.toThrow(TypeError);
      await expect(records.removeWhere('import" = import --', 'x')).rejects.toThrow(TypeError);
      for (const value of [null, undefined, 1, {}, { $ne: '' }, ['i1'], /i/]) {
        await expect(records.removeWhere('import', value as string)).rejects.toThrow(TypeError);
      }
    });

    it('takes documents by id, once each', async () => {
      await records.insertMany(['a', 'b', 'c'].map((id) => revision(id)));
      expect(await records.remove(['a', 'none', 'c', 'a'])).toBe(2);
      expect(await idsOf(records.scan())).toEqual(['b']);
      expect(await records.remove([])).toBe(0);
      const many = Array.from({ length: 2500 }, (_, index) => `k${index}`);
      await records.insertMany(many.map((id) => revision(id)));
      expect(await records.remove(many)).toBe(2500);
      for (const id of [null, undefined, 1, {}, { $ne: '' }]) {
        await expect(records.remove([id as string])).rejects.toThrow(TypeError);
      }
      expect(await idsOf(records.scan())).toEqual(['b']);
    });

    it('takes nothing out of a collection that only grows', async () => {
      const growing = collectionNames.filter((name) => declarations[name].appendOnly);
      expect(growing).toContain('audit');
      for (const name of growing) {
        const collection = store.collection(name);
        const [field = 'id'] = Object.keys(declarations[name].fields);
        await expect(collection.remove(['a'])).rejects.toThrow(TypeError);
        await expect(collection.remove([])).rejects.toThrow(TypeError);
        await expect(collection.removeWhere(field, 'a')).rejects.toThrow(TypeError);
      }
    });
  });
}
