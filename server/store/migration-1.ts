import type { MigrationStep } from './migration-step.ts';

/** The first tables: id, document, and the fields that documents were removed by. */
export const version1: readonly MigrationStep[] = [
  (connection) => {
    connection.execute(
      [
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
    );
    return 'done';
  },
];

function table(name: string, indexed: readonly string[]): string {
  const columns = indexed.map((field) => `, "${field}" TEXT`).join('');
  const indexes = indexed.map((field) => `CREATE INDEX "${name}_${field}" ON "${name}" ("${field}");`);
  return [`CREATE TABLE "${name}" (id TEXT PRIMARY KEY, doc TEXT NOT NULL${columns});`, ...indexes].join(
    '\n',
  );
}
