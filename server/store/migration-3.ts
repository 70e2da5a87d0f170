import type { MigrationStep } from './migration-step.ts';

/** What decides between those who want to do one thing at the same time. */
export const version3: readonly MigrationStep[] = [
  (connection) => {
    for (const name of ['decisions', 'setups']) {
      connection.execute(`CREATE TABLE "${name}" (id TEXT PRIMARY KEY, doc TEXT NOT NULL)`);
    }
    return 'done';
  },
];
