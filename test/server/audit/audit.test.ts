import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountView, AuditEntryView } from '../../../schemas/index.ts';
import { recordChange } from '../../../server/changes/audit.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';

let demo: TestApp;
let admin: string;

/** Days in Shanghai, where the demo company is: its midnight is four in the afternoon of the day before, in UTC. */
const instants = [
  '2020-02-28T15:59:59.999Z',
  '2020-02-28T16:00:00.000Z',
  '2020-02-29T12:00:00.000Z',
  '2020-02-29T15:59:59.999Z',
  '2020-02-29T16:00:00.000Z',
];

beforeAll(async () => {
  demo = await openTestApp({ demo: true });
  admin = await demo.cookieOf('log-reader', [{ role: 'admin' }]);
  for (const [index, at] of instants.entries()) {
    await recordChange(demo.services.store, {
      change: { by: null, at, request: `r${index}` },
      action: 'update',
      resource: index % 2 === 0 ? 'company' : 'model',
      record: 'x',
      before: null,
      after: null,
    });
  }
}, 60_000);
afterAll(() => demo.close());

async function log(filter: object, order = 'ASC', range = [0, 99]) {
  const query = new URLSearchParams({
    filter: JSON.stringify(filter),
    sort: JSON.stringify(['at', order]),
    range: JSON.stringify(range),
  });
  const answer = await demo.as(admin, 'GET', `/audit?${query.toString()}`);
  const total = Number(String(answer.headers['content-range']).split('/')[1]);
  return { status: answer.status, total, entries: answer.body as AuditEntryView[] };
}
const times = ({ entries }: { readonly entries: readonly AuditEntryView[] }) => entries.map(({ at }) => at);

describe('the log', () => {
  it('is read by days of the company, the last one whole', async () => {
    expect(times(await log({ from: '2020-02-29', to: '2020-02-29' }))).toEqual(instants.slice(1, 4));
    expect(times(await log({ to: '2020-02-28' }))).toEqual(instants.slice(0, 1));
    expect(times(await log({ from: '2020-03-01', to: '2020-03-01' }))).toEqual(instants.slice(4));
    expect(times(await log({ from: '2020-03-01', to: '2020-02-01' }))).toEqual([]);
  });

  it('is read by days together with the other filters, in either order, page by page', async () => {
    const days = { from: '2020-02-28', to: '2020-03-01' };
    expect(times(await log({ ...days, resource: 'model' }))).toEqual([instants[1], instants[3]]);
    const page = await log(days, 'DESC', [1, 2]);
    expect(page.total).toBe(5);
    expect(times(page)).toEqual([instants[3], instants[2]]);
  });

  it('says the same with days as without', async () => {
    const [all, since] = [await log({}, 'DESC'), await log({ from: '2000-01-01' }, 'DESC')];
    expect(since).toEqual(all);
  });

  it.each([
    ['from', '2026-13-01'],
    ['to', '2026-Q3'],
    ['from', 'yesterday'],
  ])('refuses %s %s, which is no day', async (name, value) => {
    expect((await log({ [name]: value })).status).toBe(400);
  });

  it('says whom a change of an account is about, by the name they have now, and a first password only if there is one', async () => {
    const make = async (identifier: string, password?: string) =>
      (
        await demo
          .as(admin, 'POST', '/accounts')
          .set('Idempotency-Key', identifier)
          .send({ identifier, name: `Name of ${identifier}`, grants: [{ role: 'hr' }], password })
      ).body as AccountView;
    const [without, having] = [await make('log-a'), await make('log-b', 'twelve letters')];
    const first = async ({ id }: AccountView) => (await log({ resource: 'account', record: id })).entries[0]!;
    expect(await first(without)).toMatchObject({
      about: { id: without.id, name: 'Name of log-a' },
      after: { passwordChanged: false },
    });
    expect(await first(having)).toMatchObject({ after: { passwordChanged: true } });
    expect((await log({ resource: 'company' })).entries[0]?.about).toBeNull();
  });
});

describe('the accounts', () => {
  it('are found by a part of the name or of an identifier', async () => {
    const found = async (q: string) => {
      const answer = await demo.as(
        admin,
        'GET',
        `/accounts?filter=${encodeURIComponent(JSON.stringify({ q }))}`,
      );
      return (answer.body as AccountView[]).map(({ identifiers }) => identifiers[0]);
    };
    expect(await found('LOG-READ')).toEqual(['log-reader']);
    expect(await found('e of log-b')).toEqual(['log-b']);
    expect(await found('nobody at all')).toEqual([]);
  });
});
