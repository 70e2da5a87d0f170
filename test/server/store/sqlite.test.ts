import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectionNames, declarations } from '../../../server/store/collections.ts';
import { indexes } from '../../../server/store/indexes.ts';
import { SqliteConnection, type Bindable } from '../../../server/store/sqlite-connection.ts';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import { storeContract } from './contract.ts';
import { killContract } from './contract-kill.ts';
import { tempFolder } from './temp.ts';

const folder = await tempFolder();
let files = 0;
const newFile = () => join(folder, `${(files += 1)}.db`);

describe('the SQLite store', () => {
  let last = '';
  const lasting = {
    open: () => openSqliteStore((last = newFile())),
    reopen: () => openSqliteStore(last),
    place: () => ['sqlite', last],
  };
  storeContract(lasting);
  describe('a process killed', () => {
    killContract(lasting);
  });

  it('still has everything when it is opened again', async () => {
    const path = newFile();
    const first = await openSqliteStore(path);
    await first.collection('identifiers').insert({ id: 'a', person: 'p' });
    await first.close();
    const second = await openSqliteStore(path);
    expect(await second.collection('identifiers').get('a')).toEqual({ id: 'a', person: 'p' });
    expect(await second.collection('identifiers').insert({ id: 'a', person: 'q' })).toBe(false);
    await second.close();
  });

  it('lets only one of 16 connections have an id', async () => {
    const path = newFile();
    const stores = await Promise.all(Array.from({ length: 16 }, () => openSqliteStore(path)));
    const won = await Promise.all(
      stores.map((store, index) => store.collection('identifiers').insert({ id: 'a', person: `p${index}` })),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('has a table with its fields and indexes for every declared collection', async () => {
    const path = newFile();
    await (await openSqliteStore(path)).close();
    const connection = new SqliteConnection(path);
    for (const name of collectionNames) {
      const columns = connection.rows('SELECT name, type FROM pragma_table_info(?) ORDER BY cid', [name]);
      expect(columns).toEqual([
        ['id', 'TEXT'],
        ['doc', 'TEXT'],
        ...Object.entries(declarations[name].fields).map(([field, kind]) => [
          field,
          kind === 'text' ? 'TEXT' : 'REAL',
        ]),
      ]);
      const indexed = connection.rows(
        `SELECT group_concat(iif(i."desc", '-', '') || i.name ORDER BY i.seqno)
         FROM pragma_index_list(?) l, pragma_index_xinfo(l.name) i WHERE i.key = 1 GROUP BY l.name`,
        [name],
      );
      const declared = indexes[name].map((fields) => fields.join());
      expect(indexed.flat().map(String).toSorted()).toEqual(['id', ...declared].toSorted());
    }
    connection.close();
  });

  it('writes every commit to the disk, in a log beside the file', async () => {
    const connection = new SqliteConnection(newFile());
    expect(connection.rows('PRAGMA synchronous', [])).toEqual([[2]]);
    expect(connection.rows('PRAGMA journal_mode', [])).toEqual([['wal']]);
    connection.close();
  });

  it('refuses data of a later release', async () => {
    const path = newFile();
    await (await openSqliteStore(path)).close();
    const connection = new SqliteConnection(path);
    connection.run("UPDATE meta SET value = '999' WHERE name = 'schema'", []);
    connection.close();
    await expect(openSqliteStore(path)).rejects.toThrow(/later release/);
  });

  it('refuses a file that is no database', async () => {
    const path = newFile();
    await writeFile(path, 'opportunity_id,sales_agent\n'.repeat(100));
    await expect(openSqliteStore(path)).rejects.toThrow(/not a database/);
  });

  it('refuses to bind what would end the process', () => {
    const connection = new SqliteConnection(newFile());
    for (const value of [true, new Date(0), Buffer.from('x'), {}, undefined, 1n]) {
      expect(() => connection.rows('SELECT ?', [value as Bindable])).toThrow(TypeError);
    }
    expect(connection.rows('SELECT ?, ?, ?', ['a', 1, null])).toEqual([['a', 1, null]]);
    connection.close();
  });
});
