import { expect, it } from 'vitest';
import { openMongoStore } from '../../../server/store/mongo.ts';
import type { Store } from '../../../server/store/store.ts';
import { faultyLink, type FaultyLink } from '../../support/mongo/faulty-link.ts';
import { newDatabase } from '../../support/mongo/servers.ts';

const moments = ['before', 'after'] as const;

/** What a store says of an insert whose connection broke. */
export function connectionContract(uri: () => string): void {
  const linked = async (work: (link: FaultyLink, faulty: Store, sound: Store) => Promise<void>) => {
    const database = newDatabase();
    const sound = await openMongoStore(uri(), { database });
    const link = await faultyLink(uri());
    const faulty = await openMongoStore(link.uri, { database });
    try {
      await work(link, faulty, sound);
    } finally {
      await faulty.close();
      await link.stop();
      await sound.close();
    }
  };

  it.each(moments)(
    'broken %s the server has an insert does it once, and knows it for its own',
    async (when) => {
      await linked(async (link, faulty, sound) => {
        link.breakNextInsert(when);
        expect(await faulty.collection('identifiers').insert({ id: 'a', person: 'p' })).toBe(true);
        expect(link.broken).toBe(1);
        expect(await sound.collection('identifiers').get('a')).toEqual({ id: 'a', person: 'p' });
        expect(await faulty.collection('identifiers').insert({ id: 'a', person: 'p' })).toBe(false);
      });
    },
  );

  it.each(moments)(
    'broken %s an insert does not take the same document of another for its own',
    async (when) => {
      await linked(async (link, faulty, sound) => {
        expect(await sound.collection('identifiers').insert({ id: 'a', person: 'p' })).toBe(true);
        link.breakNextInsert(when);
        expect(await faulty.collection('identifiers').insert({ id: 'a', person: 'p' })).toBe(false);
        expect(link.broken).toBe(1);
      });
    },
  );

  it.each(moments)('broken %s a chunk tells of each document whose it is', async (when) => {
    await linked(async (link, faulty, sound) => {
      const docs = Array.from({ length: 60 }, (_, index) => ({ id: `k${index}`, person: 'p' }));
      const taken = docs.filter((_, index) => index % 7 === 3);
      await sound.collection('identifiers').insertMany(taken);
      link.breakNextInsert(when);
      const written = await faulty.collection('identifiers').insertMany([...docs, docs[0]!]);
      expect(written).toEqual([...docs.map((doc) => !taken.includes(doc)), false]);
      expect(link.broken).toBe(1);
      expect((await sound.collection('identifiers').page({ offset: 0, limit: 0 })).total).toBe(docs.length);
    });
  });

  it('that is refused says so, and does not wait for ever', async () => {
    const link = await faultyLink(uri());
    await link.stop();
    await expect(openMongoStore(link.uri, { patience: 300 })).rejects.toThrow(/ECONNREFUSED|connect/);
  });
}
