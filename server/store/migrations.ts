import type { SqliteConnection } from './sqlite-connection.ts';

/**
 * What every version of the tables added. Lines are only ever added: files of all ages are brought up to date.
 * Spelled out, not made from the declared collections, which say how the tables are today.
 */
const migrations: readonly { readonly version: number; readonly sql: string }[] = [
  {
    version: 1,
    sql: [
      table('records', ['import']),
      table('people', []),
      table('identifiers', []),
      table('definitions', []),
      table('imports', []),
      table('stagings', ['import']),
      table('stagedKeys', ['import']),
      table('stagedPeople', ['import']),
      table('runs', []),
      table('results', ['run']),
    ].join('\n'),
  },
];

const newest = migrations.at(-1)!.version;

/**
 * Brings the tables up to date, or makes them.
 * @throws Error where a later release of the program made them.
 */
export function migrate(connection: SqliteConnection): void {
  connection.transaction(() => {
    connection.execute('CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)');
    const [row] = connection.rows("SELECT value FROM meta WHERE name = 'schema'", []);
    const present = row === undefined ? 0 : Number(row[0]);
    if (present > newest)
      throw new Error(`the data were written by a later release (schema ${present} > ${newest})`);
    if (present === newest) return;
    for (const { version, sql } of migrations) {
      if (version > present) connection.execute(sql);
    }
    connection.run("INSERT OR REPLACE INTO meta (name, value) VALUES ('schema', ?)", [String(newest)]);
  });
}

function table(name: string, indexed: readonly string[]): string {
  const columns = indexed.map((field) => `, "${field}" TEXT`).join('');
  const indexes = indexed.map((field) => `CREATE INDEX "${name}_${field}" ON "${name}" ("${field}");`);
  return [`CREATE TABLE "${name}" (id TEXT PRIMARY KEY, doc TEXT NOT NULL${columns});`, ...indexes].join(
    '\n',
  );
}
