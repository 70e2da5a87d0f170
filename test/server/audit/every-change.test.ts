import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntryView, JobView } from '../../../schemas/index.ts';
import { allRoutes } from '../../../server/api/routes.ts';
import type { Services } from '../../../server/api/services.ts';
import type { AuditEntry } from '../../../server/store/documents.ts';
import { targetsFile } from '../../support/changes/data.ts';
import { everyChange } from '../../support/changes/every-change.ts';
import type { ReadyChange } from '../../support/changes/ready-change.ts';
import { openSmallCompany, storeKinds, type SmallCompany } from '../../support/small-company.ts';

// The list alone: nothing is asked of the services.
const routes = allRoutes({ store: { collection: () => ({}) } } as unknown as Services);
const changing = routes
  .filter(({ method }) => method !== 'GET')
  .map(({ method, path }) => `${method} ${path}`);

it('every route that changes something is looked at', () => {
  expect(changing.toSorted()).toEqual(Object.keys(everyChange).toSorted());
});

describe.each(storeKinds)('the log, on %s', (kind) => {
  let company: SmallCompany;

  beforeAll(async () => {
    company = await openSmallCompany(kind);
  });
  afterAll(() => company.close());

  const entries = async () => {
    const all: AuditEntry[] = [];
    for await (const entry of company.store.collection('audit').scan()) all.push(entry);
    return all;
  };
  const send = async (
    route: string,
    { by, path, body, ifMatch }: ReadyChange,
    key: string,
  ): Promise<Response> => {
    const request = company.app.as(by?.cookie(), route.split(' ')[0]!, path).set('Idempotency-Key', key);
    if (ifMatch !== undefined) request.set('If-Match', ifMatch);
    if (typeof body === 'string') request.set('Content-Type', 'text/csv');
    return request.send(body);
  };
  /** Waits for the job that was begun, where one was. */
  const ended = async (response: Response) => {
    if (response.status !== 202) return;
    const gone = new AbortController();
    const { id } = response.body as JobView;
    for await (const { outcome } of company.app.services.jobs.watch(id, gone.signal))
      if (outcome !== undefined) return;
  };
  /** What the log has more after something was done. */
  const newSince = async (before: readonly AuditEntry[]) => {
    const known = new Set(before.map(({ id }) => id));
    return (await entries()).filter(({ id }) => !known.has(id));
  };

  it.each(Object.keys(everyChange))(
    'of %s has exactly one entry: who, when, what, before, after, why',
    async (route) => {
      const ready = await everyChange[route]!(company);
      const [before, key] = [await entries(), randomUUID()];
      const response = await send(route, ready, key);
      expect(response.status, response.text).toBeLessThan(300);
      await ended(response);
      const written = await newSince(before);
      const { logged } = ready;
      if (logged === undefined) return expect(written).toEqual([]);

      expect(written).toHaveLength(1);
      const [entry] = written as [AuditEntry];
      const answered = response.body as { id?: string; person?: string };
      const record = logged.record ?? answered.id ?? answered.person;
      expect(entry).toMatchObject({
        at: company.app.services.clock().toISOString(),
        by: ready.by?.person ?? null,
        action: logged.action,
        resource: logged.resource,
        record,
        request: expect.stringMatching(/./) as string,
      });
      expect(entry.reason ?? null).toBe(logged.reason);
      for (const [said, wanted] of [
        [entry.before, logged.before],
        [entry.after, logged.after],
      ] as const) {
        const hash = (wanted as { hash?: unknown } | null)?.hash;
        if (hash instanceof RegExp) expect(said).toEqual({ hash: expect.stringMatching(hash) as string });
        else expect(said).toEqual(wanted);
      }
      if (logged.resource === 'record' && logged.before !== null)
        expect(entry.after).not.toEqual(entry.before);

      // Sent again it is in the log no second time, whatever it is answered.
      await ended(await send(route, ready, key));
      expect(await newSince(before)).toEqual(written);
      const auditor = await company.as('auditor');
      const shown = await auditor.rows<AuditEntryView>('/audit', {
        filter: { resource: logged.resource, record: entry.record },
        sort: ['at', 'DESC'],
      });
      const { by, reason = null, ...said } = entry;
      expect(shown.find(({ id }) => id === entry.id)).toMatchObject({
        ...said,
        reason,
        by: by === null ? null : { id: by },
      });
    },
  );

  it('holds no password, no name, and nothing of what is private', async () => {
    const text = JSON.stringify(await entries());
    expect(text.length).toBeGreaterThan(1000);
    const secrets = ['long enough', 'scrypt', '安一', 'Bo Li', 'Clerk', 'Somebody'];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  // Nobody can be refused these two.
  const refusable = Object.entries(everyChange).filter(
    ([route]) => !['POST /setup', 'DELETE /session'].includes(route),
  );
  it.each(refusable)('of %s that is refused has none', async (route, prepare) => {
    const ready = await prepare(company);
    const seller = await company.as('seller', 'nobody-in-particular');
    const before = await entries();
    const isOpen = route === 'POST /session';
    const refused = [
      isOpen ? undefined : await send(route, { ...ready, by: undefined }, randomUUID()),
      isOpen || route === 'PUT /session/password'
        ? undefined
        : await send(route, { ...ready, by: seller }, randomUUID()),
      ready.ifMatch === undefined
        ? undefined
        : await send(route, { ...ready, ifMatch: '"99999"' }, randomUUID()),
      typeof ready.body === 'object'
        ? await send(route, { ...ready, body: { ...ready.body, nonsense: 1 } }, randomUUID())
        : undefined,
    ].flatMap((response) => response ?? []);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.map(({ status }) => status).filter((status) => status < 400 || status > 499)).toEqual([]);
    expect(await newSince(before)).toEqual([]);
  });

  it('of an import that is a trial, or that changes nothing, has none', async () => {
    const hr = await company.as('hr');
    const upload = await hr.uploaded(targetsFile());
    const mapping = Object.fromEntries(upload.header.map((header) => [header, header]));
    const order = { upload: upload.id, dataset: 'targets', mapping, mode: 'allOrNothing' };
    const before = await entries();
    expect((await hr.job('/imports', { ...order, dryRun: true })).report).toMatchObject({
      added: 2,
      committed: false,
    });
    expect(await newSince(before)).toEqual([]);
    expect((await hr.job('/imports', { ...order, dryRun: false })).report).toMatchObject({ committed: true });
    expect(await newSince(before)).toHaveLength(1);
    expect((await hr.job('/imports', { ...order, dryRun: false })).report).toMatchObject({
      unchanged: 2,
      committed: false,
    });
    expect(await newSince(before)).toHaveLength(1);
  });
});
