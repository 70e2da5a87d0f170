import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest, { type Response } from 'supertest';
import type { Grant, JobView } from '../../../schemas/index.ts';
import { sessionCookie } from '../../../server/access/cookie.ts';
import { reviseAccount } from '../../../server/access/accounts.ts';
import { beginSession } from '../../../server/access/sessions.ts';
import { createApp } from '../../../server/api/app.ts';
import { readContract } from '../../../server/api/contract.ts';
import { allRoutes } from '../../../server/api/routes.ts';
import type { Services } from '../../../server/api/services.ts';
import { loadDemo } from '../../../server/demo/load.ts';
import { inProcessPerformer } from '../../../server/jobs/in-process.ts';
import { openJobs } from '../../../server/jobs/open-jobs.ts';
import { openMemoryStore } from '../../../server/store/memory.ts';
import { preflightsOf } from '../../support/preflights.ts';
import type { Store } from '../../../server/store/store.ts';

/** Somebody who is signed in, and asks. */
export interface Client {
  readonly person: string;
  get(path: string): Promise<Response>;
  /** A list, with what it was asked for. */
  list(
    path: string,
    query: { filter?: object; sort?: readonly string[]; range?: readonly number[] },
  ): Promise<Response>;
  post(path: string, body?: object, ifMatch?: string): Promise<Response>;
  /** Asks for a job, and waits for its end. */
  job(path: string, body?: object): Promise<JobView>;
}

const clock = () => new Date('2026-10-08T01:00:00Z');

/** The demo company behind the API, every answer held to its schema, and whoever asks it. */
export async function demoApp(store: Store = openMemoryStore()) {
  await loadDemo(store);
  const folder = mkdtempSync(join(tmpdir(), 'meritscale-test-'));
  const errors: unknown[] = [];
  const jobs = await openJobs({
    store,
    performer: inProcessPerformer({ store, folder }),
    clock,
    onBroken: (error) => errors.push(error),
  });
  const close = async () => {
    await jobs.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const cookie = sessionCookie(false);
  const preflights = preflightsOf(store);
  const services: Services = { store, folder, jobs, preflights, clock, demo: true, cookie, setupToken: '' };
  const app = createApp(services, {
    contract: readContract(),
    routes: allRoutes(services),
    origin: 'http://127.0.0.1',
    proxies: 0,
    log: { info: () => {}, error: (what) => errors.push(what) },
    checkAnswers: true,
  });

  async function as(grants: readonly Grant[], person = `somebody-${randomUUID()}`): Promise<Client> {
    const change = { by: null, at: clock().toISOString(), request: randomUUID() };
    await reviseAccount(store, person, undefined, { grants, active: true, password: null }, change);
    const signedIn = cookie.set(await beginSession(store, person, clock())).split(';')[0]!;
    const get = async (path: string) => supertest(app).get(`/api${path}`).set('Cookie', signedIn);
    const post = async (path: string, body: object = {}, ifMatch?: string) =>
      supertest(app)
        .post(`/api${path}`)
        .set({ Cookie: signedIn, 'Idempotency-Key': randomUUID() })
        .set(ifMatch === undefined ? {} : { 'If-Match': ifMatch })
        .send(body);
    return {
      person,
      get,
      post,
      list(path, query) {
        const asked = Object.entries(query).map(
          ([name, value]) => [name, JSON.stringify(value)] as [string, string],
        );
        return get(`${path}?${new URLSearchParams(asked).toString()}`);
      },
      async job(path, body) {
        const answer = await post(path, body);
        if (answer.status !== 202) throw new Error(`${answer.status}: ${answer.text}`);
        const { id } = answer.body as JobView;
        const gone = new AbortController();
        for await (const { outcome } of jobs.watch(id, gone.signal)) if (outcome !== undefined) break;
        return (await get(`/jobs/${id}`)).body as JobView;
      },
    };
  }
  return { store, services, as, errors, close };
}
