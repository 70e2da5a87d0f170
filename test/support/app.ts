import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import supertest from 'supertest';
import { accountOf, reviseAccount } from '../../server/access/accounts.ts';
import { sessionCookie } from '../../server/access/cookie.ts';
import { beginSession } from '../../server/access/sessions.ts';
import { createApp } from '../../server/api/app.ts';
import { readContract } from '../../server/api/contract.ts';
import type { Route } from '../../server/api/route.ts';
import { allRoutes } from '../../server/api/routes.ts';
import type { Services } from '../../server/api/services.ts';
import { loadDemoAccounts } from '../../server/demo/accounts.ts';
import { loadDemo } from '../../server/demo/load.ts';
import { inProcessPerformer } from '../../server/jobs/in-process.ts';
import { openJobs } from '../../server/jobs/open-jobs.ts';
import { peopleOf } from '../../server/people/people.ts';
import { openMemoryStore } from '../../server/store/memory.ts';
import type { Store } from '../../server/store/store.ts';
import type { Grant } from '../../schemas/index.ts';
import { preflightsOf } from './preflights.ts';

/** The program's application on a store in memory, as the tests of the API use it. */
export interface TestApp {
  readonly app: Express;
  readonly routes: readonly Route[];
  readonly services: Services;
  /** What was logged. */
  readonly logged: string[];
  /** A cookie of somebody new with these roles. */
  cookieOf(name: string, grants: readonly Grant[]): Promise<string>;
  /** A request in somebody's name. */
  as(cookie: string | undefined, method: string, path: string): supertest.Test;
  close(): Promise<void>;
}

/** Opens the application; its answers are held to their schemas. @param store a store that is there already. */
export async function openTestApp(
  options: {
    readonly demo?: boolean;
    readonly store?: Store;
    readonly signInLimit?: number;
    readonly requestLimit?: number;
    readonly clock?: () => Date;
  } = {},
): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'meritscale-app-'));
  const store = options.store ?? openMemoryStore();
  const clock = options.clock ?? (() => new Date());
  if (options.demo === true && options.store === undefined) {
    await loadDemo(store);
    await loadDemoAccounts(store, clock);
  }
  const logged: string[] = [];
  const log = (what: object, message: string) => logged.push(JSON.stringify({ ...what, message }));
  const broken = (error: unknown) => logged.push(String(error));
  const jobs = await openJobs({
    store,
    performer: inProcessPerformer({ store, folder }),
    clock,
    onBroken: broken,
  });
  const services: Services = {
    store,
    folder,
    jobs,
    preflights: preflightsOf(store),
    clock,
    demo: options.demo === true,
    cookie: sessionCookie(false),
    setupToken: randomBytes(18).toString('base64url'),
  };
  const routes = allRoutes(services);
  const app = createApp(services, {
    contract: readContract(),
    routes,
    origin: 'http://localhost',
    proxies: 0,
    log: { info: log, error: log },
    checkAnswers: true,
    signInLimit: options.signInLimit ?? 10_000,
    requestLimit: options.requestLimit ?? 1_000_000,
  });
  return {
    app,
    routes,
    services,
    logged,
    async cookieOf(name, grants) {
      const person = await peopleOf(store).register(name, name);
      const change = { by: null, at: clock().toISOString(), request: name };
      if ((await accountOf(store, person)) === undefined) {
        await reviseAccount(store, person, undefined, { grants, active: true, password: null }, change);
      }
      return `meritscale=${await beginSession(store, person, clock())}`;
    },
    as(cookie, method, path) {
      const agent = supertest(app);
      const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
      const request = agent[verb](`/api${path}`);
      return cookie === undefined ? request : request.set('Cookie', cookie);
    },
    async close() {
      await jobs.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
