import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allAccounts, isAdmin } from '../../../server/access/accounts.ts';
import { finishSetup, isToken, setUp } from '../../../server/access/setup.ts';
import { openMemoryStore } from '../../../server/store/memory.ts';
import type { Store } from '../../../server/store/store.ts';
import { openTestApp } from '../../support/app.ts';
import { endingStore, scheduledStore } from '../../support/interleaving.ts';

const wanted = (name: string) => ({ identifier: name, name, password: `scrypt of ${name}` });
const change = (request: string) => ({ by: null, at: '2026-10-08T00:00:00.000Z', request });

const admins = async (store: Store) =>
  (await allAccounts(store)).filter(({ active, grants }) => active && isAdmin(grants));

describe('the first administrator', () => {
  it('is one person, in whatever order two try', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const store = openMemoryStore();
        const made = await scheduler.waitFor(
          Promise.all(
            ['a', 'b', 'c'].map((name) =>
              setUp(scheduledStore(store, scheduler, name), wanted(name), change(name)),
            ),
          ),
        );
        const winners = made.filter((person) => person !== undefined);
        expect(winners).toHaveLength(1);
        expect((await admins(store)).map(({ person }) => person)).toEqual(winners);
      }),
      { numRuns: 500, verbose: true },
    );
  });

  it('is made by the next start where the process ended in the middle, or not at all', async () => {
    const outcomes = new Set<string>();
    for (let calls = 0; calls < 40; calls += 1) {
      const store = openMemoryStore();
      await setUp(endingStore(store, calls), wanted('a'), change('a')).catch(() => undefined);
      await finishSetup(store);
      const before = (await admins(store)).length;
      const second = await setUp(store, wanted('b'), change('b'));
      expect(await admins(store)).toHaveLength(1);
      expect(second === undefined).toBe(before === 1);
      outcomes.add(second === undefined ? 'first' : 'second');
    }
    expect(outcomes).toEqual(new Set(['first', 'second']));
  });

  it('keeps other rights of somebody known, and is made anew only where there is none', async () => {
    const store = openMemoryStore();
    const person = await setUp(store, wanted('a'), change('a'));
    expect(await setUp(store, wanted('a'), change('again'))).toBeUndefined();
    await finishSetup(store);
    expect((await admins(store)).map((account) => [account.person, account.revision])).toEqual([[person, 1]]);
  });

  it('is asked for by POST /setup: of eight at the same time one is let in', async () => {
    const app = await openTestApp();
    const send = (name: string) =>
      app.as(undefined, 'POST', '/setup').send({
        token: app.services.setupToken,
        identifier: name,
        name,
        password: 'long enough to be one',
      });
    const answers = await Promise.all(Array.from('abcdefgh', (name) => send(name)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200,
      ...Array(7).fill(409),
    ]);
    expect(await admins(app.services.store)).toHaveLength(1);
    await app.close();
  }, 30_000);

  it('needs the token', async () => {
    expect(isToken('abc', 'abc')).toBe(true);
    for (const sent of ['', 'ab', 'abd', 'abcd', 'ABC']) expect(isToken(sent, 'abc')).toBe(false);
    const app = await openTestApp();
    const body = { token: 'wrong', identifier: 'a', name: 'A', password: 'long enough to be one' };
    expect((await app.as(undefined, 'POST', '/setup').send(body)).status).toBe(403);
    expect(await admins(app.services.store)).toEqual([]);
    await app.close();
  });
});

describe('the last administrator', () => {
  it('stays, though two take each other away at the same time', async () => {
    const app = await openTestApp();
    const cookies = new Map<string, string>();
    for (const name of ['a', 'b']) cookies.set(name, await app.cookieOf(name, [{ role: 'admin' }]));
    const persons = (await admins(app.services.store)).map(({ person }) => person);
    const answers = await Promise.all(
      persons.map((person, index) =>
        app
          .as(cookies.get(index === 0 ? 'a' : 'b'), 'PUT', `/accounts/${person}`)
          .set('If-Match', '"1"')
          .send({ grants: [{ role: 'seller' }] }),
      ),
    );
    expect((await admins(app.services.store)).length).toBeGreaterThanOrEqual(1);
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    await app.close();
  });
});
