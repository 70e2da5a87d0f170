import { expect, it } from 'vitest';
import type { Store } from '../../../server/store/store.ts';
import { campaignSize } from '../../support/random.ts';
import type { StoreKind } from './contract.ts';

const writers = 16;
const turns = campaignSize(10, 100);
const prefix = 'counter/';

/** Many writers that want the same number: who gets it, and that nobody's is lost. */
export function contentionContract({ open, reopen }: StoreKind): void {
  const connections = reopen === undefined ? [1] : [1, 4];
  it.each(connections)(
    'gives every number to one of 16 writers on %d connections, and none twice',
    { timeout: 300_000 },
    async (connections) => {
      const stores = [await open()];
      while (stores.length < connections) stores.push(await reopen!());
      const won = await Promise.all(
        Array.from({ length: writers }, (_, writer) => count(stores[writer % connections]!, nameOf(writer))),
      );
      const numbers = won.flat().toSorted((one, other) => one - other);
      expect(numbers).toEqual(Array.from({ length: writers * turns }, (_, index) => index + 1));
      for (const [writer, own] of won.entries()) {
        const docs = await stores[0]!.collection('identifiers').getMany(own.map(idOf));
        expect(docs.map((doc) => doc?.person)).toEqual(own.map(() => nameOf(writer)));
      }
      await Promise.all(stores.map((store) => store.close()));
    },
  );

  it('gives an id to one of many that want it in chunks at once', { timeout: 120_000 }, async () => {
    const store = await open();
    const identifiers = store.collection('identifiers');
    const ids = Array.from({ length: 120 }, (_, index) => `k${index}`);
    const written = await Promise.all(
      Array.from({ length: writers }, (_, writer) =>
        identifiers.insertMany(ids.map((id) => ({ id, person: nameOf(writer) }))),
      ),
    );
    for (const [index, id] of ids.entries()) {
      const winners = written.flatMap((flags, writer) => (flags[index] ? [nameOf(writer)] : []));
      expect(winners).toEqual([(await identifiers.get(id))?.person]);
    }
    await store.close();
  });
}

/** Adds one to a counter so many times, by inserting the next number. @returns the numbers it got. */
async function count(store: Store, writer: string): Promise<number[]> {
  const identifiers = store.collection('identifiers');
  const won: number[] = [];
  while (won.length < turns) {
    const last = await identifiers.last(prefix);
    const next = last === undefined ? 1 : Number(last.id.slice(prefix.length)) + 1;
    if (await identifiers.insert({ id: idOf(next), person: writer })) won.push(next);
  }
  return won;
}

function idOf(number: number): string {
  return prefix + String(number).padStart(6, '0');
}

function nameOf(writer: number): string {
  return `w${writer}`;
}
