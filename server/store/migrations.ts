import { version1 } from './migration-1.ts';
import { version2 } from './migration-2.ts';
import { version3 } from './migration-3.ts';
import { version4 } from './migration-4.ts';
import { version5 } from './migration-5.ts';
import type { MigrationStep } from './migration-step.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

/** What every version of the tables added. Lines are only ever added: files of all ages are brought up to date. */
const versions: readonly (readonly MigrationStep[])[] = [version1, version2, version3, version4, version5];

/**
 * Brings the tables up to date, or makes them. Several processes may be at it at once.
 * @throws Error where a later release of the program made them.
 */
export function migrate(connection: SqliteConnection): void {
  connection.execute('CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)');
  if (!isBehind(connection)) return;
  while (connection.transaction(() => oneStep(connection)) === 'more');
}

/** Does what comes next, and notes it in the same transaction. */
function oneStep(connection: SqliteConnection): 'done' | 'more' {
  if (!isBehind(connection)) return 'done';
  // A version counts from its first step on: a release that does not know it keeps away from a file half-way.
  const step = numberIn(connection, 'step');
  const version = numberIn(connection, 'schema') ?? 0;
  const [working, index] = step === undefined ? [version + 1, 0] : [version, step];
  const steps = versions[working - 1]!;
  const next = steps[index]!(connection) === 'more' ? index : index + 1;
  note(connection, 'schema', working);
  if (next < steps.length) note(connection, 'step', next);
  else connection.run("DELETE FROM meta WHERE name = 'step'", []);
  return 'more';
}

function isBehind(connection: SqliteConnection): boolean {
  const version = numberIn(connection, 'schema') ?? 0;
  if (version > versions.length) {
    throw new Error(`the data were written by a later release (schema ${version} > ${versions.length})`);
  }
  return version < versions.length || numberIn(connection, 'step') !== undefined;
}

function numberIn(connection: SqliteConnection, name: string): number | undefined {
  const [row] = connection.rows('SELECT value FROM meta WHERE name = ?', [name]);
  return row === undefined ? undefined : Number(row[0]);
}

function note(connection: SqliteConnection, name: string, value: number): void {
  connection.run('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)', [name, String(value)]);
}
