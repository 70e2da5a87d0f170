import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  ImportIssueView,
  JobView,
  ModelVersionView,
  Problem,
  UploadView,
} from '../../../schemas/index.ts';
import { atOnce } from '../../../server/api/at-once.ts';
import { errorFacts } from '../../../server/api/error-facts.ts';
import { rateOf } from '../../../server/api/rate.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';

const password = 'correct horse battery';

async function withAdmin(options: Parameters<typeof openTestApp>[0] = {}): Promise<TestApp> {
  const app = await openTestApp(options);
  const body = { token: app.services.setupToken, identifier: 'boss', name: 'Boss', password };
  expect((await app.as(undefined, 'POST', '/setup').send(body)).status).toBe(200);
  return app;
}
const signIn = (app: TestApp, cookie?: string, tried = password) =>
  app.as(cookie, 'POST', '/session').send({ identifier: 'boss', password: tried });
const cookieIn = (response: { readonly headers: Readonly<Record<string, unknown>> }) =>
  String(response.headers['set-cookie']).split(';')[0]!;

describe('where a request comes from', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp({ demo: true });
  }, 30_000);
  afterAll(() => app.close());

  it.each([
    ['the address people use', 'localhost', 'http://localhost', 401],
    ['an address in figures', '10.0.0.7:3000', 'http://10.0.0.7:3000', 401],
    ['an address in figures of IPv6', '[::1]:3000', 'http://[::1]:3000', 401],
    ['a name somebody else makes lead here', 'evil.example:3000', 'http://evil.example:3000', 403],
    ['a name that only begins like figures', '127.0.0.1.evil.example', 'http://127.0.0.1.evil.example', 403],
    ['another site', '127.0.0.1', 'http://evil.example', 403],
    ['no address at all', '[', 'http://[', 403],
    ['nowhere that can be named', '127.0.0.1', 'null', 403],
  ])('%s', async (_what, host, origin, status) => {
    const request = app.as(undefined, 'POST', '/session').set('Host', host).set('Origin', origin);
    expect((await request.send({ person: 'nobody' })).status).toBe(status);
  });
});

describe('how often', () => {
  it('one may ask is bounded for each person alone, and again allowed after a minute', async () => {
    let now = new Date('2026-10-01T08:00:00Z');
    const app = await openTestApp({ requestLimit: 5, clock: () => now });
    const [one, other] = [
      await app.cookieOf('one', [{ role: 'seller' }]),
      await app.cookieOf('other', [{ role: 'seller' }]),
    ];
    const asked = [];
    for (let time = 0; time < 6; time += 1) asked.push(await app.as(one, 'GET', '/session'));
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(asked[5]!.headers['retry-after']).toBe('60');
    expect((asked[5]!.body as Problem).issues).toEqual([{ code: 'request.tooMany', severity: 'error' }]);
    expect((await app.as(other, 'GET', '/session')).status).toBe(200);
    now = new Date(now.getTime() + 60_001);
    expect((await app.as(one, 'GET', '/session')).status).toBe(200);
    await app.close();
  });

  it('is counted without growing for ever', () => {
    let now = 0;
    const rate = rateOf(2, 1000, () => new Date(now));
    for (let key = 0; key < 50_000; key += 1) {
      now += 1;
      expect(rate.take(String(key))).toBeUndefined();
    }
    expect(rate.wait('49999')).toBeUndefined();
    expect([rate.take('49999'), rate.take('49999')]).toEqual([undefined, 1]);
    expect(rate.wait('49999')).toBe(1);
    now += 1001;
    expect(rate.wait('49999')).toBeUndefined();
  });

  it('a password may be guessed: fifty times an hour, by whoever it is', async () => {
    let now = new Date('2026-10-01T08:00:00Z');
    const app = await withAdmin({ clock: () => now });
    for (let part = 0; part < 5; part += 1) {
      const tries = await Promise.all(Array.from({ length: 10 }, () => signIn(app, undefined, 'wrong')));
      expect(tries.every(({ status }) => status === 401)).toBe(true);
    }
    expect((await signIn(app)).status).toBe(429);
    now = new Date(now.getTime() + 60 * 60_000 + 1);
    expect((await signIn(app)).status).toBe(200);
    await app.close();
  }, 60_000);

  it('one’s own password may be guessed is bounded too', async () => {
    const app = await withAdmin({ signInLimit: 2 });
    const cookie = cookieIn(await signIn(app));
    const change = () =>
      app.as(cookie, 'PUT', '/session/password').send({ current: 'wrong', next: 'long enough to be one' });
    expect([(await change()).status, (await change()).status, (await change()).status]).toEqual([
      403, 403, 429,
    ]);
    await app.close();
  });
});

describe('event streams', () => {
  it('are bounded for each person, and free again once they are closed', () => {
    const streams = atOnce(2);
    const [first, second] = [streams.begin('a'), streams.begin('a')];
    expect([first, second].map((end) => typeof end)).toEqual(['function', 'function']);
    expect(streams.begin('a')).toBeUndefined();
    expect(streams.begin('b')).toBeTypeOf('function');
    first!();
    expect(streams.begin('a')).toBeTypeOf('function');
    expect(streams.begin('a')).toBeUndefined();
  });
});

describe('a session', () => {
  it('ends where its browser signs in anew', async () => {
    const app = await withAdmin();
    const first = cookieIn(await signIn(app));
    const second = cookieIn(await signIn(app, first));
    expect(second).not.toBe(first);
    expect((await app.as(first, 'GET', '/session')).status).toBe(401);
    expect((await app.as(second, 'GET', '/session')).status).toBe(200);
    await app.close();
  });
});

describe('what stands in a file', () => {
  const csv =
    'seller,month,kind,amount\n"=1+1",2026-07-01,new_customer_sales,secret\nE001,2026-07-01,x,9999\n';
  let app: TestApp;
  let upload: UploadView;
  let job: JobView;
  const cookies = new Map<string, string>();

  beforeAll(async () => {
    app = await openTestApp({ demo: true });
    for (const role of ['hr', 'salesOps', 'director'] as const) {
      cookies.set(role, await app.cookieOf(`file-${role}`, [{ role }]));
    }
    const post = (path: string, key: string) =>
      app.as(cookies.get('hr'), 'POST', path).set('Idempotency-Key', key);
    upload = (await post('/uploads', 'u').set('Content-Type', 'text/csv').send(csv)).body as UploadView;
    const mapping = Object.fromEntries(['seller', 'month', 'kind', 'amount'].map((name) => [name, name]));
    const order = { upload: upload.id, dataset: 'targets', mapping, mode: 'allOrNothing', dryRun: true };
    job = (await post('/imports', 'i').send({ ...order, reason: 'r' })).body as JobView;
    for await (const { outcome } of app.services.jobs.watch(job.id, new AbortController().signal)) {
      if (outcome !== undefined) break;
    }
  }, 30_000);
  afterAll(() => app.close());

  it.each([
    ['hr', 200, true],
    ['director', 200, true],
    ['salesOps', 403, false],
  ])('%s sees it: %s', async (role, status, seesCells) => {
    const cookie = cookies.get(role);
    expect((await app.as(cookie, 'GET', `/uploads/${upload.id}`)).status).toBe(status);
    if (role !== 'director') {
      expect((await app.as(cookie, 'GET', `/jobs/${job.id}/failed-rows`)).status).toBe(status);
      const shown = (await app.as(cookie, 'GET', `/jobs/${job.id}`)).body as JobView;
      expect(shown.issues.some(({ value }) => value !== undefined)).toBe(seesCells);
    }
    const filter = encodeURIComponent(JSON.stringify({ job: job.id }));
    const issues = (await app.as(cookie, 'GET', `/import-issues?filter=${filter}`)).body as ImportIssueView[];
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.some(({ issue }) => issue.value !== undefined)).toBe(seesCells);
  });

  it('is no formula where it is sent back', async () => {
    const { text } = await app.as(cookies.get('hr'), 'GET', `/jobs/${job.id}/failed-rows`);
    expect(text).toContain(`"'=1+1"`);
  });
});

describe('what is too much', () => {
  let app: TestApp;
  let hr = '';
  beforeAll(async () => {
    app = await openTestApp({ demo: true });
    hr = await app.cookieOf('much-hr', [{ role: 'hr' }]);
  }, 30_000);
  afterAll(() => app.close());

  it('a name of more than a thousand characters is refused', async () => {
    const body = { period: '2026-Q3', ['x'.repeat(1001)]: 1 };
    const answer = await app.as(hr, 'POST', '/runs').set('Idempotency-Key', 'n').send(body);
    expect((answer.body as Problem).issues[0]?.code).toBe('request.json');
  });

  it('thousands of mistakes are not all told', async () => {
    const draft = await app
      .as(hr, 'POST', '/model-versions')
      .set('Idempotency-Key', 'd')
      .send({ key: 'mature', basedOn: 1 });
    const { id, document } = draft.body as ModelVersionView;
    const mistakes = Object.fromEntries(Array.from({ length: 15_000 }, (_, index) => [`wrong${index}`, 1]));
    const answer = await app
      .as(hr, 'PUT', `/model-versions/${encodeURIComponent(id)}`)
      .set('If-Match', '"1"')
      .send({ document: { ...document, ...mistakes } });
    expect(answer.status).toBe(422);
    expect((answer.body as Problem).issues).toHaveLength(500);
  });

  it('a file that says it is too large is refused before it is sent', async () => {
    const server = app.app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const headers = { Cookie: hr, 'Idempotency-Key': 'f', 'Content-Length': 300 * 1024 * 1024 };
    const sending = httpRequest({ port, host: '127.0.0.1', path: '/api/uploads', method: 'POST', headers });
    sending.on('error', () => {});
    sending.write('a,b\n');
    const [answer] = (await once(sending, 'response')) as [{ statusCode: number }];
    expect(answer.statusCode).toBe(413);
    sending.destroy();
    server.close();
  });
});

describe('the log', () => {
  it('says where an error was, and nothing that was sent', () => {
    const facts = errorFacts(Object.assign(new TypeError('secret 张三'), { code: 11000 }));
    expect(facts).toMatchObject({ type: 'TypeError', code: '11000' });
    expect(facts.at[0]).toContain('security.test.ts');
    expect(JSON.stringify(facts)).not.toMatch(/secret|张三/);
    expect(errorFacts('secret')).toEqual({ type: 'string', at: [] });
    const lines = Object.assign(new Error('x'), {
      stack: 'Error: one\nat secret\n    at real (file.ts:1:1)',
    });
    expect(errorFacts(lines).at).toEqual(['at real (file.ts:1:1)']);
  });
});
