import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { keepUp, upkeepOf } from '../../../server/api/upkeep.ts';
import type { CollectionName } from '../../../server/store/collections.ts';
import type { Store } from '../../../server/store/store.ts';
import { openTestApp } from '../../support/app.ts';

const hour = 60 * 60_000;
const begin = new Date('2026-10-01T08:00:00Z');

async function count(store: Store, name: CollectionName): Promise<number> {
  return (await store.collection(name).page({ offset: 0, limit: 0 })).total;
}

/** An application whose clock stands where it is put. */
async function opened() {
  let now = begin;
  const app = await openTestApp({ clock: () => now });
  const admin = await app.cookieOf('admin', [{ role: 'admin' }]);
  return {
    app,
    store: app.services.store,
    upkeep: upkeepOf(app.services),
    after(hours: number) {
      now = new Date(begin.getTime() + hours * hour);
    },
    make: (key: string, cookie = admin) =>
      app
        .as(cookie, 'POST', '/accounts')
        .set('Idempotency-Key', key)
        .send({ identifier: key, name: key, grants: [{ role: 'seller' }] }),
  };
}

describe('what was answered to requests with a key', () => {
  it('is kept for 24 hours, and then forgotten', async () => {
    const { app, store, upkeep, make, after } = await opened();
    const first = await make('one');
    expect(first.status).toBe(201);
    after(7);
    await make('two', await app.cookieOf('admin', [{ role: 'admin' }]));
    after(23.9);
    await upkeep.pass();
    const again = await make('one', await app.cookieOf('admin', [{ role: 'admin' }]));
    expect(again.text).toBe(first.text);
    expect([await count(store, 'requestClaims'), await count(store, 'requestOutcomes')]).toEqual([2, 2]);
    after(24.1);
    await upkeep.pass();
    expect([await count(store, 'requestClaims'), await count(store, 'requestOutcomes')]).toEqual([1, 1]);
    const later = await app
      .as(await app.cookieOf('admin', [{ role: 'admin' }]), 'POST', '/accounts')
      .set('Idempotency-Key', 'one')
      .send({ identifier: 'one', name: 'another request', grants: [{ role: 'seller' }] });
    expect(later.status).toBe(409);
    after(48);
    await upkeep.pass();
    await app.close();
  });

  it('is nothing where it was refused: put right, it is done under the same key', async () => {
    const { app, store, make } = await opened();
    await make('one');
    const admin = await app.cookieOf('admin', [{ role: 'admin' }]);
    const send = (identifier: string) =>
      app
        .as(admin, 'POST', '/accounts')
        .set('Idempotency-Key', 'other')
        .send({ identifier, name: 'X', grants: [{ role: 'seller' }] });
    expect((await send('one')).status).toBe(409);
    expect(await count(store, 'requestClaims')).toBe(1);
    expect((await send('two')).status).toBe(201);
    expect((await send('three')).status).toBe(422);
    await app.close();
  });

  it('is looked through in bounded parts, all of it in the end', async () => {
    const { app, store, after } = await opened();
    const claims = store.collection('requestClaims');
    for (let number = 0; number < 2500; number += 1) {
      const id = String(number).padStart(6, '0');
      // Every tenth is new.
      const at = number % 10 === 0 ? new Date(begin.getTime() + 30 * hour) : begin;
      await claims.insert({ id, fingerprint: '', at: at.toISOString() });
      await store
        .collection('requestOutcomes')
        .insert({ id, status: 200, headers: {}, body: '', at: at.toISOString() });
    }
    after(30);
    const upkeep = upkeepOf(app.services, { most: 1000 });
    const left: number[] = [];
    for (let pass = 0; pass < 4; pass += 1) {
      await upkeep.pass();
      left.push(await count(store, 'requestClaims'));
    }
    expect(left).toEqual([1600, 700, 250, 250]);
    expect(await count(store, 'requestOutcomes')).toBe(250);
    await app.close();
  });
});

describe('sessions that are over', () => {
  it('are removed after eight hours without a request, and after seven days in any case', async () => {
    const { app, store, upkeep, after } = await opened();
    const idle = await app.cookieOf('idle', [{ role: 'seller' }]);
    const used = await app.cookieOf('used', [{ role: 'seller' }]);
    for (let hours = 0; hours < 7 * 24; hours += 7) {
      after(hours);
      expect((await app.as(used, 'GET', '/session')).status).toBe(200);
    }
    await upkeep.pass();
    expect(await count(store, 'sessions')).toBe(1);
    expect((await app.as(idle, 'GET', '/session')).status).toBe(401);
    expect((await app.as(used, 'GET', '/session')).status).toBe(200);
    after(7 * 24 + 0.1);
    await upkeep.pass();
    expect(await count(store, 'sessions')).toBe(0);
    expect((await app.as(used, 'GET', '/session')).status).toBe(401);
    await app.close();
  });
});

describe('a pass', () => {
  it('removes uploads after seven days', async () => {
    const { app, upkeep, after } = await opened();
    const uploads = join(app.services.folder, 'uploads');
    mkdirSync(uploads, { recursive: true });
    for (const name of ['old', 'new']) writeFileSync(join(uploads, name), 'x');
    utimesSync(join(uploads, 'old'), begin, begin);
    after(7 * 24 + 1);
    utimesSync(join(uploads, 'new'), app.services.clock(), app.services.clock());
    await upkeep.pass();
    expect(existsSync(join(uploads, 'old'))).toBe(false);
    expect(existsSync(join(uploads, 'new'))).toBe(true);
    await app.close();
  });

  it('is done again and again, one at a time; one that fails does not end them', async () => {
    let [passes, at] = [0, 0];
    const broken: unknown[] = [];
    const pass = async () => {
      at += 1;
      expect(at).toBe(1);
      passes += 1;
      await setTimeout(30);
      at -= 1;
      if (passes === 1) throw new Error('broken');
    };
    const end = keepUp({ pass }, 10, (error) => broken.push(error));
    await expect.poll(() => passes, { timeout: 5000 }).toBeGreaterThanOrEqual(3);
    end();
    const then = passes;
    await setTimeout(100);
    expect(passes).toBe(then);
    expect(broken).toHaveLength(1);
  });
});
