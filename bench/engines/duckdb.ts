import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actionName } from '../translate/calculation.ts';
import { sqlQuery } from '../translate/sql.ts';
import { collector, type OpenEngine } from './engine.ts';

interface DuckDb {
  DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
}
interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRowObjects(): Record<string, unknown>[] }>;
}

/** Its package's name, at a distance: it is not installed with the product. */
const packageName = '@duckdb/node-api';

/** One query over a table in memory, on one thread; the outcomes stay in a table. */
export const openDuckDb: OpenEngine = async (model, people) => {
  const { DuckDBInstance } = (await import(packageName)) as DuckDb;
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('set threads = 1');
  await connection.run('set preserve_insertion_order = true');
  const names = Object.keys(people[0]!.facts);
  const folder = mkdtempSync(join(tmpdir(), 'meritscale-bench-'));
  const path = join(folder, 'people.csv');
  const lines = people.map(({ facts }, index) => `${index},${names.map((name) => facts[name]).join(',')}`);
  writeFileSync(path, lines.join('\n'));
  const types = names.map(
    (name) => `'${name}': '${typeof people[0]!.facts[name] === 'number' ? 'double' : 'varchar'}'`,
  );
  await connection.run(
    `create table people as select * from read_csv('${path}', header = false, columns = {'row': 'integer', ${types.join(', ')}})`,
  );
  rmSync(folder, { recursive: true });
  const actions = (model.actions ?? []).map(({ id }) => id);
  const wanted = ['row', 'composite', 'grade', ...actions.map(actionName)];
  const query = `select ${wanted.join(', ')} from (${sqlQuery(model, 'people', wanted)})`;
  return {
    atOnce: people.length,
    async judge() {
      await connection.run(`create or replace temp table judged as ${query}`);
      return 0;
    },
    async outcomes(count) {
      const { outcomes, add } = collector(model, count);
      const reader = await connection.runAndReadAll(`${query} where row < ${count} order by row`);
      for (const row of reader.getRowObjects()) {
        add({
          composite: Number(row['composite']),
          grade: String(row['grade']),
          actions: actions.filter((id) => row[actionName(id)] === true),
        });
      }
      return outcomes;
    },
  };
};
