import type { MigrationStep } from './migration-step.ts';

/** Versions of a model side by side, and whom they move. */
export const version4: readonly MigrationStep[] = [
  (connection) => {
    connection.execute('CREATE TABLE "versionComparisons" (id TEXT PRIMARY KEY, doc TEXT NOT NULL)');
    connection.execute(`
      CREATE TABLE "versionMovements" (
        id TEXT PRIMARY KEY,
        doc TEXT NOT NULL,
        "comparison" TEXT, "period" TEXT, "subject" TEXT, "team" TEXT, "move" TEXT, "delta" REAL, "size" REAL
      );
      CREATE INDEX "versionMovements_comparison_id" ON "versionMovements" ("comparison", id);
      CREATE INDEX "versionMovements_comparison_size" ON "versionMovements" ("comparison", "size" DESC, id);
      CREATE INDEX "versionMovements_comparison_delta" ON "versionMovements" ("comparison", "delta" DESC, id);
      CREATE INDEX "versionMovements_comparison_team" ON "versionMovements" ("comparison", "team", "size", id);
      CREATE INDEX "versionMovements_comparison_move" ON "versionMovements" ("comparison", "move", "size", id);
    `);
    return 'done';
  },
];
