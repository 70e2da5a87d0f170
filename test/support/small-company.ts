import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMemoryStore } from '../../server/store/memory.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import type { Role } from '../../schemas/index.ts';
import { openTestApp, type TestApp } from './app.ts';
import { clientOf, type Client } from './client.ts';
import { importFiles } from './import-files.ts';

/** The stores that behaviour over HTTP is tested on. */
export const storeKinds = ['memory', 'SQLite'] as const;

/** The quarter that has ended, as of the company's clock. */
export const period = '2026-Q3';

/** Today, at the small company. */
export const today = '2026-10-08T01:00:00.000Z';

/** The quarters before it in which nobody is held back either. */
export const earlierQuarters: readonly string[] = [2023, 2024, 2025, 2026]
  .flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`))
  .filter((quarter) => quarter < period);

/** Their first months. */
const earlier = earlierQuarters.map((quarter) =>
  quarter.replace(/Q(\d)/, (_, n) => `${Number(n) * 3 - 2}`.padStart(2, '0')),
);

const files: readonly (readonly [dataset: string, lines: readonly string[]])[] = [
  [
    'roster',
    [
      'employee_no,employee_name,team,role,from,to',
      'E1,安一,上海,representative,2023-01-01,',
      'E2,Bo Li,上海,supervisor,2023-01-01,',
      'E3,蔡三,成都,representative,2023-01-01,',
      'E4,Dou Si,成都,representative,2023-01-01,2026-09-01',
    ],
  ],
  [
    'team_stages',
    [
      'team,stage,from,to',
      '上海,expansion,2018-01-01,',
      '上海,mature,2020-01-01,',
      '成都,expansion,2022-01-01,',
    ],
  ],
  [
    'targets',
    [
      'seller,month,kind,amount',
      'E1,2026-07-01,repeat_sales,1000.00',
      'E2,2026-07-01,repeat_sales,2000.00',
      'E3,2026-07-01,new_customer_sales,1000.00',
      ...earlier.flatMap((month) => [
        `E1,${month}-01,repeat_sales,900.00`,
        `E2,${month}-01,repeat_sales,900.00`,
        `E3,${month}-01,new_customer_sales,900.00`,
        `E4,${month}-01,new_customer_sales,900.00`,
      ]),
    ],
  ],
  [
    'deals',
    [
      'deal_id,seller,customer,customer_class,customer_kind,source,status,opened_on,closed_on,amount',
      'D1,E1,Acme,A,existing,repeat,won,2026-07-01,2026-07-20,800.00',
      'D2,E1,Birch,B,existing,repeat,won,2026-08-01,2026-08-20,300.00',
      'D3,E2,Cedar,A,existing,repeat,won,2026-08-02,2026-09-01,1500.00',
      'D4,E3,Delta,C,new,outreach,won,2026-07-03,2026-07-30,950.50',
      'D5,E3,Elm,C,new,website,lost,2026-07-03,2026-08-30,',
      'D6,E2,Fir,B,new,referral,open,2026-09-03,,',
    ],
  ],
  [
    'surveys',
    [
      'survey_id,seller,day,occasion,anonymous,satisfaction,nps,comment',
      'S1,E1,2026-07-10,after_deal,no,90,9,Words of Acme',
      'S2,E2,2026-07-11,after_deal,no,80,7,Words of Cedar',
      ...earlier.flatMap((month) => [
        `S1-${month},E1,${month}-11,after_deal,no,70,7,`,
        `S2-${month},E2,${month}-11,after_deal,no,70,7,`,
      ]),
    ],
  ],
  ['salaries', ['person,from,monthly_salary', 'E1,2025-01-01,20000.00', 'E2,2025-01-01,30000.00']],
];

/** A company of four people behind the API: nobody is held back, everybody's figures fit on a page. */
export interface SmallCompany {
  readonly app: TestApp;
  readonly store: Store;
  /** By what the company's files call them. */
  readonly people: Readonly<Record<'E1' | 'E2' | 'E3' | 'E4', string>>;
  /** The clock says this from now on; everybody signs in again. */
  setClock(instant: string): Promise<void>;
  /** Somebody of the office with this role. */
  as(role: Role, identifier?: string, teams?: readonly string[]): Promise<Client>;
  close(): Promise<void>;
}

/** Opens it on a new store. @param seen what the program has of the store: all of it, or one that it breaks on. */
export async function openSmallCompany(
  kind: (typeof storeKinds)[number] = 'memory',
  seen: (store: Store) => Store = (store) => store,
): Promise<SmallCompany> {
  const folder = mkdtempSync(join(tmpdir(), 'meritscale-company-'));
  const store = kind === 'memory' ? openMemoryStore() : await openSqliteStore(join(folder, 'company.db'));
  const paths = files.map(([dataset, lines]) => {
    const path = join(folder, `${dataset}.csv`);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return [dataset, path] as const;
  });
  await importFiles(store, join(import.meta.dirname, '../../rules/starter'), paths);
  let now = today;
  const app = await openTestApp({ store: seen(store), clock: () => new Date(now) });
  const clients = new Map<string, Promise<Client>>();
  return {
    app,
    store,
    people: { E1: 'p000001', E2: 'p000002', E3: 'p000003', E4: 'p000004' },
    async setClock(instant) {
      now = instant;
      for (const client of clients.values()) await (await client).signIn();
    },
    as(role, identifier = `office-${role}`, teams) {
      const known = clients.get(identifier);
      if (known !== undefined) return known;
      const client = clientOf(app, identifier, [{ role, ...(teams !== undefined && { teams: [...teams] }) }]);
      clients.set(identifier, client);
      return client;
    },
    async close() {
      await app.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
