import type { SqliteConnection } from './sqlite-connection.ts';

/**
 * One transaction of a migration. It is done again and again until it says that nothing is left, so that a step over
 * many rows takes some at a time; broken off, the next open goes on with it.
 */
export type MigrationStep = (connection: SqliteConnection) => 'done' | 'more';
