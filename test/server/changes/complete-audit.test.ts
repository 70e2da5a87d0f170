import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  AccountView,
  CompanyView,
  JobView,
  ModelVersionView,
  PersonView,
  RecordView,
  UploadView,
} from '../../../schemas/index.ts';
import { auditSources } from '../../../server/changes/audit-sources.ts';
import { completeAudit } from '../../../server/changes/complete-audit.ts';
import { loadDemoAccounts } from '../../../server/demo/accounts.ts';
import { loadDemo } from '../../../server/demo/load.ts';
import { keptOf, modelVersion, reviseVersion } from '../../../server/models/versions.ts';
import { clearOldNames } from '../../../server/people/changed-names.ts';
import type { AuditEntry } from '../../../server/store/documents.ts';
import { openMemoryStore } from '../../../server/store/memory.ts';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import type { Store } from '../../../server/store/store.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { watchedStore } from '../../support/fault-store.ts';
import { holdNobody, runDemo } from '../runs/demo-changes.ts';

const folder = mkdtempSync(join(tmpdir(), 'meritscale-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['memory', async () => openMemoryStore()],
  ['SQLite', () => openSqliteStore(join(folder, 'audit.db'))],
] as const)('a process that ends before it logs what it changed, on %s', (_name, open) => {
  let store: Store;
  let app: TestApp;
  let [hr, admin] = ['', ''];
  let keys = 0;
  /** What would have been logged. */
  let lost: AuditEntry[] = [];
  let ends = false;

  beforeAll(async () => {
    store = await open();
    await loadDemo(store);
    await loadDemoAccounts(store, () => new Date());
    await holdNobody(store);
    const watched = watchedStore(store, async (collection, call, [doc]) => {
      if (!ends || collection !== 'audit' || call !== 'insert') return;
      // What was decided before is done again, and is there.
      if ((await store.collection('audit').get((doc as AuditEntry).id)) !== undefined) return;
      lost.push(doc as AuditEntry);
      throw new Error('the process ended');
    });
    app = await openTestApp({ demo: true, store: watched });
    hr = await app.cookieOf('audit-hr', [{ role: 'hr' }]);
    admin = await app.cookieOf('audit-admin', [{ role: 'admin' }]);
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await store.close();
  });

  const send = async <T>(method: string, path: string, body?: object, ifMatch = '"1"'): Promise<T> => {
    const cookie = path.startsWith('/accounts') ? admin : hr;
    const key = `key-${(keys += 1)}`;
    const request = app.as(cookie, method, path).set('Idempotency-Key', key).set('If-Match', ifMatch);
    const response = await (typeof body === 'string'
      ? request.set('Content-Type', 'text/csv').send(body)
      : request.send(body));
    expect(response.status, response.text).toBe(ends ? 500 : response.status < 300 ? response.status : 200);
    return response.body as T;
  };
  const done = async ({ id }: JobView): Promise<JobView> => {
    for (;;) {
      const view = (await app.as(hr, 'GET', `/jobs/${id}`)).body as JobView;
      if (view.state === 'done' || view.state === 'failed') return view;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const ending = async (act: () => Promise<unknown>) => {
    ends = true;
    lost = [];
    try {
      await act();
    } finally {
      ends = false;
    }
  };
  const record = async (): Promise<RecordView> =>
    (
      (await app.as(hr, 'GET', `/records?filter=${encodeURIComponent('{"dataset":"targets"}')}`))
        .body as RecordView[]
    )[0]!;
  const draft = () => send<ModelVersionView>('POST', '/model-versions', { key: 'mature', basedOn: 1 });

  it('nothing is missing where none ended', async () => {
    expect(await completeAudit(store, auditSources)).toBe(0);
  });

  it.each([
    [
      'a new account',
      () => ending(() => send('POST', '/accounts', { identifier: 'n', name: 'N', grants: [{ role: 'hr' }] })),
    ],
    [
      'a changed account',
      async () => {
        const { id } = await send<AccountView>('POST', '/accounts', {
          identifier: 'm',
          name: 'M',
          grants: [{ role: 'hr' }],
        });
        await ending(() =>
          send('PUT', `/accounts/${id}`, { password: 'long enough to be one', reason: 'asked' }),
        );
      },
    ],
    ['a new draft', () => ending(draft)],
    [
      'a changed draft',
      async () => {
        const { id, document } = await draft();
        const body = { document: { ...document, name: { zh: '改', en: 'Changed' } }, reason: 'why' };
        await ending(() => send('PUT', `/model-versions/${encodeURIComponent(id)}`, body));
      },
    ],
    [
      'a rejected draft',
      async () => {
        const { id } = await draft();
        await ending(() => send('DELETE', `/model-versions/${encodeURIComponent(id)}`));
      },
    ],
    [
      'a published draft',
      async () => {
        const { id, key, version } = await draft();
        const before = (await modelVersion(store, key, version))!;
        const change = { by: null, at: '2026-10-08T00:00:00.000Z', request: 'approved' };
        await reviseVersion(store, key, version, before, { ...keptOf(before), state: 'approved' }, change);
        const body = { from: '2027-Q1', reason: 'new year' };
        await ending(() =>
          send('POST', `/model-versions/${encodeURIComponent(id)}/publication`, body, '"2"'),
        );
      },
    ],
    [
      'a changed company',
      async () => {
        const { document, revision } = (await app.as(hr, 'GET', '/company/company')).body as CompanyView;
        const body = { document: { ...document, name: { zh: '新名', en: 'New name' } }, reason: 'renamed' };
        await ending(() => send('PUT', '/company/company', body, `"${revision}"`));
      },
    ],
    [
      'a changed name',
      async () => {
        const [person] = (await app.as(hr, 'GET', '/people')).body as PersonView[];
        await ending(() => send('PUT', `/people/${person!.id}`, { name: 'Other' }, `"${person!.revision}"`));
      },
    ],
    [
      'a new record',
      async () => {
        const { values } = await record();
        const body = {
          dataset: 'targets',
          values: { ...values, seller: 'E002', month: '2031-01-01' },
          reason: 'r',
        };
        await ending(() => send('POST', '/records', body));
      },
    ],
    [
      'a corrected record',
      async () => {
        const { id, revision } = await record();
        const body = { values: { amount: '123.00' }, reason: 'mistyped' };
        await ending(() => send('PUT', `/records/${encodeURIComponent(id)}`, body, `"${revision}"`));
      },
    ],
    [
      'a team in a stage',
      async () => {
        const [team] = (await app.as(hr, 'GET', '/teams')).body as { id: string }[];
        const body = { team: team!.id, stage: 'mature', from: '2031-01-01', reason: 'grown' };
        await ending(() => send('POST', '/stage-assignments', body));
      },
    ],
    [
      'an import',
      async () => {
        const csv = 'seller,month,kind,amount\nE001,2031-02-01,new_customer_sales,1\n';
        const upload = await send<UploadView>('POST', '/uploads', csv as unknown as object);
        const columns = ['seller', 'month', 'kind', 'amount'];
        const order = {
          upload: upload.id,
          dataset: 'targets',
          mapping: Object.fromEntries(columns.map((column) => [column, column])),
          mode: 'allOrNothing',
          dryRun: false,
          reason: 'late',
        };
        await ending(async () => {
          const job = await app.as(hr, 'POST', '/imports').set('Idempotency-Key', 'import').send(order);
          const { state } = await done(job.body as JobView);
          if (state !== 'failed') throw new Error(state);
        });
      },
    ],
    [
      'a locked run',
      async () => {
        const run = await runDemo(store);
        await ending(() => send('POST', `/runs/${run.id}/lock`, { reason: 'agreed' }));
      },
    ],
  ] as const)('%s is logged by the next one, as it would have been', async (_what, act) => {
    await act();
    expect(lost).toHaveLength(1);
    const audit = store.collection('audit');
    expect(await audit.get(lost[0]!.id)).toBeUndefined();
    expect(await completeAudit(store, auditSources)).toBe(1);
    expect(await audit.get(lost[0]!.id)).toEqual(JSON.parse(JSON.stringify(lost[0])));
    expect(await completeAudit(store, auditSources)).toBe(0);
  });

  it('a name that somebody changed is gone, though the process ended before it was removed', async () => {
    const people = store.collection('people');
    const person = (await people.last('')) ?? expect.fail();
    const revision = person.revision + 1;
    const id = `${person.person}/${String(revision).padStart(6, '0')}`;
    await people.insert({ ...person, id, revision, name: 'New' });
    expect(await clearOldNames(store)).toBe(1);
    expect(await people.get(person.id)).toBeUndefined();
    expect((await people.get(id))?.name).toBe('New');
    expect(await clearOldNames(store)).toBe(0);
  });
});
