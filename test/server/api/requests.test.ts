import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobView, ModelVersionView, Problem, RunView } from '../../../schemas/index.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';

let app: TestApp;
let hr = '';

beforeAll(async () => {
  app = await openTestApp({ demo: true });
  hr = await app.cookieOf('requests-hr', [{ role: 'hr' }]);
}, 60_000);
afterAll(() => app.close());

const post = (path: string, key: string, body: object = {}) =>
  app.as(hr, 'POST', path).set('Idempotency-Key', key).send(body);

async function done(job: string): Promise<JobView> {
  for (;;) {
    const view = (await app.as(hr, 'GET', `/jobs/${job}`)).body as JobView;
    if (view.state === 'done' || view.state === 'failed') return view;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('what makes no sense', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  it.each([
    ['no JSON', '{', 400],
    ['an unknown field', '{"period":"2026-Q3","other":1}', 400],
    ['a wrong type', '{"period":3}', 400],
    ['__proto__', '{"period":"2026-Q3","__proto__":{"a":1}}', 400],
    ['a depth of 100 000', deep, 400],
    ['9 MB', `{"period":"${'x'.repeat(9_000_000)}"}`, 413],
    ['a number beyond all', '{"period":1e400}', 400],
    ['a period that is none', '{"period":"nonsense"}', 422],
  ])('%s is refused with a problem', async (_name, body, status) => {
    const response = await app
      .as(hr, 'POST', '/runs')
      .set('Idempotency-Key', 'bad')
      .set('Content-Type', 'application/json')
      .send(body);
    expect(response.status).toBe(status);
    expect(response.type).toBe('application/problem+json');
    expect((response.body as Problem).issues.length).toBeGreaterThan(0);
    expect(response.text).not.toContain('at ');
  });

  it.each([
    'filter={"run":{"$ne":null}}',
    'filter={"other":"x"}',
    'filter=[]',
    'filter={"run":["a","b"]}',
    'sort=["password","ASC"]&filter={"run":"x"}',
    'range=[0,5000]&filter={"run":"x"}',
    'range=[-1,5]&filter={"run":"x"}',
    'filter={"run":"x"}&filter={"run":"y"}',
    'unknown=1&filter={"run":"x"}',
  ])('the query %s is refused', async (query) => {
    const response = await app.as(hr, 'GET', `/results?${encodeURI(query)}`);
    expect(response.status).toBe(400);
  });

  it('another site is refused, and so is a method that is not there', async () => {
    const elsewhere = await post('/runs', 'o', { period: '2026-Q3' }).set('Origin', 'https://evil.example');
    expect(elsewhere.status).toBe(403);
    const crossSite = await post('/runs', 'o', { period: '2026-Q3' }).set('Sec-Fetch-Site', 'cross-site');
    expect(crossSite.status).toBe(403);
    expect((await app.as(hr, 'PUT', '/runs')).status).toBe(405);
    expect((await app.as(hr, 'GET', '/nothing')).status).toBe(404);
  });
});

describe('a change', () => {
  it('needs the revision it changes, and gets the newest only', async () => {
    const made = (await post('/model-versions', 'draft-1', { key: 'expansion', basedOn: 1 }))
      .body as ModelVersionView;
    const put = (ifMatch: string | undefined) => {
      const request = app.as(hr, 'PUT', `/model-versions/${made.id}`);
      return (ifMatch === undefined ? request : request.set('If-Match', ifMatch)).send({
        document: made.document,
      });
    };
    expect((await put(undefined)).status).toBe(428);
    expect((await put('"7"')).status).toBe(412);
    const answers = await Promise.all(Array.from({ length: 16 }, () => put('"1"')));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200,
      ...Array(15).fill(412),
    ]);
  });

  it('sent twice under one key is done once, byte for byte', async () => {
    const send = () => post('/model-versions', 'draft-2', { key: 'mature', basedOn: 1 });
    const first = await send();
    const again = await send();
    expect(first.status).toBe(201);
    expect(again.text).toBe(first.text);
    expect((await post('/model-versions', 'draft-2', { key: 'expansion', basedOn: 1 })).status).toBe(422);
    const versions = await app.as(hr, 'GET', `/model-versions?filter=${encodeURI('{"key":"mature"}')}`);
    expect(versions.body).toHaveLength(2);
  });

  it('a key is remembered over a restart', async () => {
    const before = await post('/model-versions', 'draft-3', { key: 'mature', basedOn: 1 });
    const restarted = await openTestApp({ demo: true, store: app.services.store });
    const after = await restarted
      .as(hr, 'POST', '/model-versions')
      .set('Idempotency-Key', 'draft-3')
      .send({ key: 'mature', basedOn: 1 });
    expect(after.text).toBe(before.text);
    await restarted.close();
  });
});

describe('a quarter', () => {
  it('runs once though it is started twice, verifies, and locks when nobody is held', async () => {
    const [first, second] = await Promise.all([
      post('/runs', 'run-1', { period: '2026-Q3' }),
      post('/runs', 'run-2', { period: '2026-Q3' }),
    ]);
    const runs = await Promise.all(
      [first, second].map(async ({ body }) => (await done((body as JobView).id)).made),
    );
    expect(runs[0]).not.toBeNull();
    expect(runs[1]).toBe(runs[0]);
    const verified = await done(((await post(`/runs/${runs[0]}/verification`, 'verify')).body as JobView).id);
    expect(verified.report).toEqual({ differences: 0 });
    const locked = await post(`/runs/${runs[0]}/lock`, 'lock', { reason: 'agreed' }).set('If-Match', '"1"');
    expect(locked.status).toBe(409);
    expect((locked.body as Problem).issues[0]?.code).toBe('run.held');
    const run = (await app.as(hr, 'GET', `/runs/${runs[0]}`)).body as RunView;
    expect(run.held).toBe(3);
  }, 60_000);

  it('is refused to a seller but for their own statement', async () => {
    const runs = (await app.as(hr, 'GET', '/runs')).body as RunView[];
    const results = (await app.as(hr, 'GET', `/results?filter=${encodeURI(`{"run":"${runs[0]!.id}"}`)}`))
      .body as {
      id: string;
      person: string;
    }[];
    const seller = await app.cookieOf('E050', [{ role: 'seller' }]);
    const me = (await app.as(seller, 'GET', '/session')).body as { person: string };
    for (const { id, person } of results) {
      const { status } = await app.as(seller, 'GET', `/statements/${id}`);
      expect(status).toBe(person === me.person ? 200 : 403);
    }
    const seen = await app.as(seller, 'GET', `/results?filter=${encodeURI(`{"run":"${runs[0]!.id}"}`)}`);
    expect((seen.body as { person: string }[]).every(({ person }) => person === me.person)).toBe(true);
    expect((await app.as(seller, 'GET', '/datasets')).status).toBe(403);
  });
});

describe('signing in', () => {
  it('by password: wrong ones are all told the same, the right one gets a cookie scripts cannot read', async () => {
    const real = await openTestApp();
    const set = await real.as(undefined, 'POST', '/setup').send({
      token: real.services.setupToken,
      identifier: 'boss',
      name: 'Boss',
      password: 'correct horse battery',
    });
    expect(set.status).toBe(200);
    const again = await real.as(undefined, 'POST', '/setup').send({
      token: real.services.setupToken,
      identifier: 'b',
      name: 'B',
      password: 'correct horse battery',
    });
    expect(again.status).toBe(409);
    const signIn = (identifier: string, password: string) =>
      real.as(undefined, 'POST', '/session').send({ identifier, password });
    const wrong = await signIn('boss', 'wrong');
    const unknown = await signIn('nobody', 'wrong');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect((wrong.body as Problem).issues).toEqual((unknown.body as Problem).issues);
    const right = await signIn('boss', 'correct horse battery');
    const cookie = String(right.headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    const session = cookie.split(';')[0]!;
    expect((await real.as(session, 'GET', '/session')).status).toBe(200);
    expect((await real.as(session, 'DELETE', '/session')).status).toBe(204);
    expect((await real.as(session, 'GET', '/session')).status).toBe(401);
    expect(real.logged.join('\n')).not.toMatch(/correct horse|Boss|meritscale=/);
    await real.close();
  }, 30_000);

  it('is limited, and a click is enough in the demonstration only', async () => {
    const few = await openTestApp({ signInLimit: 2 });
    const attempt = () => few.as(undefined, 'POST', '/session').send({ identifier: 'x', password: 'y' });
    expect([(await attempt()).status, (await attempt()).status, (await attempt()).status]).toEqual([
      401, 401, 429,
    ]);
    await few.close();
    const real = await openTestApp();
    expect((await real.as(undefined, 'POST', '/session').send({ person: 'x' })).status).toBe(403);
    await real.close();
  });

  it('a role that is taken away is gone at the next request', async () => {
    const admin = await app.cookieOf('requests-admin', [{ role: 'admin' }]);
    const other = await app.cookieOf('requests-ops', [{ role: 'salesOps' }]);
    expect((await app.as(other, 'GET', '/datasets')).status).toBe(200);
    const me = (await app.as(other, 'GET', '/session')).body as { person: string };
    const taken = await app
      .as(admin, 'PUT', `/accounts/${me.person}`)
      .set('If-Match', '"1"')
      .send({ grants: [{ role: 'seller' }] });
    expect(taken.status).toBe(200);
    expect((await app.as(other, 'GET', '/datasets')).status).toBe(403);
  });
});
