import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMongoStore } from '../../../server/store/mongo.ts';
import type { Store } from '../../../server/store/store.ts';
import {
  dropDatabases,
  mongoServerKinds,
  newDatabase,
  type MongoServer,
} from '../../support/mongo/servers.ts';
import { storeContract } from './contract.ts';
import { connectionContract } from './contract-connection.ts';
import { killContract } from './contract-kill.ts';

const kinds = mongoServerKinds(process.env);
const absent = kinds.filter(({ missing }) => missing !== undefined);

for (const { name, missing } of absent) {
  it(`the MongoDB store has the contract on ${name}`, (context) => {
    expect(missing).toBeDefined();
    context.skip(`${name} is ${missing}`);
  });
}

describe.each(kinds.filter((kind) => !absent.includes(kind)))(
  'the MongoDB store on $name',
  ({ codePointOrder, start }) => {
    let server: MongoServer;
    const databases: string[] = [];
    const openLast = (): Promise<Store> => openMongoStore(server.uri, { database: databases.at(-1)! });
    const open = (): Promise<Store> => {
      databases.push(newDatabase());
      return openLast();
    };
    beforeAll(async () => {
      server = await start();
    });
    afterAll(async () => {
      await dropDatabases(server.uri, databases);
      await server.stop();
    });

    storeContract({ open, reopen: openLast, codePointOrder, slow: true });
    describe('a process killed', () => {
      killContract({
        open,
        reopen: openLast,
        place: () => ['mongo', server.uri, databases.at(-1)!],
      });
    });
    describe('a connection', () => {
      connectionContract(() => server.uri);
    });

    it('opened by several at once is made once', async () => {
      databases.push(newDatabase());
      const stores = await Promise.all([openLast(), openLast(), openLast(), openLast()]);
      expect(await stores[0].collection('jobs').get('a')).toBeUndefined();
      await Promise.all(stores.map((store) => store.close()));
    });
  },
);
