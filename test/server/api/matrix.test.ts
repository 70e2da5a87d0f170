import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { can } from '../../../engine/access/can.ts';
import { policy } from '../../../engine/access/policy.ts';
import type { Role } from '../../../schemas/index.ts';
import { allRoutes } from '../../../server/api/routes.ts';
import type { Services } from '../../../server/api/services.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';

const roles: readonly Role[] = [
  'admin',
  'hr',
  'salesOps',
  'director',
  'manager',
  'seller',
  'representative',
  'auditor',
];
// The list alone: nothing is asked of the services.
const routes = allRoutes({ store: { collection: () => ({}) } } as unknown as Services);
const cells = routes.flatMap((route) =>
  [undefined, ...roles].map((role) => [route.method, route.path, role ?? 'nobody', route, role] as const),
);

describe('every route for every role', () => {
  let app: TestApp;
  const cookies = new Map<Role, string>();

  beforeAll(async () => {
    app = await openTestApp({ demo: true });
    for (const role of roles) {
      cookies.set(
        role,
        await app.cookieOf(`matrix-${role}`, [role === 'manager' ? { role, teams: ['上海'] } : { role }]),
      );
    }
  }, 60_000);
  afterAll(() => app.close());

  it('is looked at: all routes, all roles', () => {
    expect(routes.length).toBeGreaterThan(50);
    expect(cells).toHaveLength(routes.length * 9);
    expect(new Set(policy.map(({ role }) => role)).size).toBe(roles.length);
  });

  it.each(cells)('%s %s for %s is as the policy says', async (method, path, _name, route, role) => {
    const { allow } = route;
    const caller = role === undefined ? undefined : { person: 'x', grants: [{ role, teams: ['上海'] }] };
    const allowed =
      allow === 'public' ||
      (allow === 'signedIn' ? role !== undefined : can(caller, allow.action, allow.resource));
    // Signing out would end the session of the tests after it.
    const cookie = role === undefined ? undefined : cookies.get(role);
    const extra = path === '/session' && method === 'DELETE' && role !== undefined;
    const own = extra ? await app.cookieOf(`matrix-${role}`, [{ role }]) : cookie;
    const response = await app
      .as(own, method, path.replaceAll(/:\w+/g, 'nothing'))
      .set('Idempotency-Key', `${method}${path}${role}`.replaceAll(/[^\x21-\x7e]/g, ''))
      .set('If-Match', '"1"')
      .send(method === 'GET' ? undefined : {});
    // Of whom only some records may be seen, a record that is not there is told nothing either.
    const limited = allowed && typeof allow === 'object' && !can(caller, allow.action, allow.resource, {});
    if (limited) expect([200, 400, 403, 404]).toContain(response.status);
    else if (allowed) expect([401, 403, 405]).not.toContain(response.status);
    else expect(response.status).toBe(role === undefined ? 401 : 403);
    expect(response.status).toBeLessThan(500);
    if (response.status >= 400) expect(response.type).toBe('application/problem+json');
  });
});
