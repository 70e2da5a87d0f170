import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../schemas/index.ts';
import { allRoutes } from '../../../server/api/routes.ts';
import type { Services } from '../../../server/api/services.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';

// The list alone: nothing is asked of the services.
const routes = allRoutes({ store: { collection: () => ({}) } } as unknown as Services);
const half = String.fromCharCode(0xd800);
const texts = [
  '',
  ' ',
  '\0',
  half,
  '张三',
  'a/b',
  '../../etc/passwd',
  '__proto__',
  "' OR 1=1 --",
  '%',
  '{"$ne":null}',
  'x'.repeat(150),
  '\x7f',
  '\r\nSet-Cookie: a=b',
];

let app: TestApp;
const cookies = new Map<Role, string>();

beforeAll(async () => {
  app = await openTestApp({ demo: true });
  for (const role of ['hr', 'admin'] as const) {
    cookies.set(role, await app.cookieOf(`hostile-${role}`, [{ role }]));
  }
}, 60_000);
afterAll(() => app.close());

describe('texts that mean harm', () => {
  it.each(routes.map((route) => [route.method, route.path, route] as const))(
    '%s %s gives none of them a 5xx, as id, query, filter or body',
    async (method, path, route) => {
      const bodies = [
        ...texts,
        ...texts.flatMap((text) => [
          { person: text },
          { identifier: text, password: text },
          { token: text, identifier: text, name: text, password: 'long enough to be one' },
          { dataset: 'roster', values: { [text]: text, person: text, team: text }, reason: 'r' },
          { dataset: 'roster', values: { employee: text, name: text }, reason: 'r' },
          { period: text },
          { reason: 'r', from: text },
          { grants: [{ role: 'manager', teams: [text] }], person: text },
          { key: text, basedOn: 1 },
          { name: text },
          { team: text, stage: text, from: text },
          { before: text, after: text },
        ]),
        [],
        null,
        7,
      ];
      const sends = texts.flatMap((text) => {
        // A half has no bytes an address could carry.
        const word = encodeURIComponent(text === half ? 'half' : text === '' ? 'empty' : text);
        const address = path.replaceAll(/:\w+/g, word);
        const filters = Object.fromEntries(
          Object.keys(route.list?.filters ?? {}).map((name) => [name, text]),
        );
        const query = [
          ...(route.list === undefined ? [] : [`filter=${encodeURIComponent(JSON.stringify(filters))}`]),
          ...Object.keys(route.query ?? {}).map((name) => `${name}=${word}`),
        ];
        return [`${address}?${query.join('&')}`];
      });
      const every = route.body === undefined ? sends.map((send) => [send, undefined] as const) : [];
      const all = [
        ...every,
        ...(route.body === undefined || route.body === 'file'
          ? []
          : bodies.map((body, index) => [sends[index % sends.length]!, body] as const)),
      ];
      let asked = 0;
      for (const [address, body] of all) {
        const cookie = cookies.get(path.startsWith('/accounts') ? 'admin' : 'hr')!;
        // Signing out would end it.
        if (method === 'DELETE' && path === '/session') continue;
        const request = app
          .as(cookie, method, address)
          .set('Idempotency-Key', `${path}${(asked += 1)}`)
          .set('If-Match', '"1"');
        const response = await (body === undefined
          ? request
          : request.set('Content-Type', 'application/json').send(JSON.stringify(body)));
        expect(response.status, `${address} ${JSON.stringify(body)}`).toBeLessThan(500);
        if (response.status >= 400) expect(response.type).toBe('application/problem+json');
        expect(response.headers['set-cookie']?.[0] ?? '').not.toContain('a=b');
      }
    },
    60_000,
  );

  it('nobody, who is not signed in, gets a 5xx by any JSON', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('/session', '/setup'),
        fc.json({ stringUnit: 'binary' }),
        async (path, body) => {
          const request = app.as(undefined, 'POST', path).set('Content-Type', 'application/json');
          const response = await request.send(body);
          expect(response.status).toBeLessThan(500);
          expect(response.status).toBeGreaterThanOrEqual(400);
        },
      ),
      { numRuns: 200, verbose: true },
    );
  });
});
