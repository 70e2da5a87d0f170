import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobView } from '../../schemas/index.ts';
import { isKeyed } from '../../server/api/refusals.ts';
import { allRoutes } from '../../server/api/routes.ts';
import type { Services } from '../../server/api/services.ts';
import { auditSources } from '../../server/changes/audit-sources.ts';
import { completeAudit } from '../../server/changes/complete-audit.ts';
import { everyChange } from '../support/changes/every-change.ts';
import type { ReadyChange } from '../support/changes/ready-change.ts';
import { watchedStore } from '../support/fault-store.ts';
import { openSmallCompany, today, type SmallCompany } from '../support/small-company.ts';

// The list alone: nothing is asked of the services.
const routes = allRoutes({ store: { collection: () => ({}) } } as unknown as Services).filter(isKeyed);
const writes = new Set(['insert', 'insertMany', 'remove', 'removeWhere']);
/** What a request writes that begins a job; the job itself is broken off where processes are killed. */
const ofRequests = new Set(['requestClaims', 'requestOutcomes', 'jobs']);

describe('a request under a key that is broken off at any of its writes, and sent again', () => {
  let company: SmallCompany;
  /** How many writes are done before it is broken off; undefined: all. */
  let left: number | undefined;
  let counted = (_collection: string) => true;
  let brokenOff = false;
  let minutes = 0;

  beforeAll(async () => {
    company = await openSmallCompany('memory', (store) =>
      watchedStore(store, (collection, call) => {
        if (left === undefined || !writes.has(call) || !counted(collection)) return;
        // What a process would write after it ended is not written.
        brokenOff ||= left === 0;
        if (brokenOff) throw new Error('the process ended');
        left -= 1;
      }),
    );
  });
  afterAll(() => company.close());

  const send = async ({ by, path, body, ifMatch }: ReadyChange, key: string): Promise<Response> => {
    const request = company.app.as(by?.cookie(), 'POST', path).set('Idempotency-Key', key);
    if (ifMatch !== undefined) request.set('If-Match', ifMatch);
    if (typeof body === 'string') request.set('Content-Type', 'text/csv');
    return request.send(body);
  };
  const idsOf = async (name: 'audit' | 'stagings' | 'stagedKeys' | 'stagedPeople') => {
    const ids: string[] = [];
    for await (const { id } of company.store.collection(name).scan()) ids.push(id);
    return ids;
  };
  /** The imports under way are those of a process that is gone, in a container where all have one number. */
  const buryImports = async () => {
    const stagings = company.store.collection('stagings');
    for await (const mark of stagings.scan()) {
      await stagings.remove([mark.id]);
      await stagings.insert({ ...mark, owner: { ...mark.owner, process: 'a former one' } });
    }
  };
  /** Waits for the job that was begun, where one was. */
  const ended = async (response: Response) => {
    if (response.status !== 202) return;
    const { id } = response.body as JobView;
    for await (const { outcome } of company.app.services.jobs.watch(id, new AbortController().signal)) {
      if (outcome !== undefined) expect(outcome.state).toBe('done');
    }
  };

  it.each(routes.map(({ method, path, answer }) => [`${method} ${path}`, answer] as const))(
    '%s is done once',
    async (route, answer) => {
      counted = answer === 'jobs#job' ? (collection) => ofRequests.has(collection) : () => true;
      for (let steps = 0; ; steps += 1) {
        const ready = await everyChange[route]!(company);
        const [before, key] = [await idsOf('audit'), randomUUID()];
        [left, brokenOff] = [steps, false];
        const first = await send(ready, key);
        left = undefined;
        if (!brokenOff) {
          expect(first.status, first.text).toBeLessThan(300);
          await ended(first);
          // Not an empty test: there was something to be broken off.
          expect(steps).toBeGreaterThan(1);
          return;
        }
        expect(first.status).toBe(500);
        await buryImports();
        minutes += 1;
        await company.setClock(new Date(Date.parse(today) + minutes * 60_000).toISOString());
        const again = await send(ready, key);
        expect(again.status, `broken off after ${steps} writes: ${again.text}`).toBeLessThan(300);
        await ended(again);
        expect((await send(ready, key)).text).toBe(again.text);
        // As the next start does.
        await completeAudit(company.store, auditSources);
        const written = (await idsOf('audit')).filter((id) => !before.includes(id));
        expect(written).toHaveLength(ready.logged === undefined ? 0 : 1);
      }
    },
  );

  it('leaves nothing lying about once the next file comes in', async () => {
    await buryImports();
    const ready = await everyChange['POST /records']!(company);
    expect((await send(ready, randomUUID())).status).toBe(201);
    expect([await idsOf('stagings'), await idsOf('stagedKeys'), await idsOf('stagedPeople')]).toEqual([
      [],
      [],
      [],
    ]);
  });
});
