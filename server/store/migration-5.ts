import type { MigrationStep } from './migration-step.ts';

/** What people say of versions of models. */
export const version5: readonly MigrationStep[] = [
  (connection) => {
    connection.execute('CREATE TABLE "modelNotes" (id TEXT PRIMARY KEY, doc TEXT NOT NULL)');
    return 'done';
  },
];
