import type { MigrationStep } from './migration-step.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

/** How many rows a step takes at a time. */
const rowsAtOnce = 2000;

/**
 * Tables of their own for all that is new, columns to filter and sort by, and people in revisions. Spelled out, not
 * made from the declared collections, which say how the tables are today.
 */
export const version2: readonly MigrationStep[] = [
  (connection) => {
    // Results had no figures to be filtered by. Results and runs are derived: the same period run again has the same
    // records, models and people to be made from, so the old ones are dropped and not converted.
    connection.execute('DROP TABLE results; DELETE FROM runs;');
    connection.execute(newTables.join('\n'));
    connection.execute(`
      ALTER TABLE people ADD COLUMN "person" TEXT;
      ALTER TABLE people ADD COLUMN "name" TEXT;
      ALTER TABLE identifiers ADD COLUMN "person" TEXT;
    `);
    // Before the columns are filled: what is still to be filled is found by them.
    connection.execute(
      [index('people', 'person'), index('people', 'name', 'id'), index('identifiers', 'person')].join('\n'),
    );
    return 'done';
  },
  (connection) => {
    const filled = connection.run(
      `UPDATE identifiers SET "person" = json_extract(doc, '$.person')
       WHERE rowid IN (SELECT rowid FROM identifiers WHERE "person" IS NULL LIMIT ${rowsAtOnce})`,
      [],
    );
    return filled < rowsAtOnce ? 'done' : 'more';
  },
  revisePeople,
];

/** A person becomes the first revision of themselves. */
function revisePeople(connection: SqliteConnection): 'done' | 'more' {
  const rows = connection.rows(
    `SELECT rowid, id, doc FROM people WHERE "person" IS NULL LIMIT ${rowsAtOnce}`,
    [],
  );
  for (const [row, id, doc] of rows) {
    const person = String(id);
    const { identifiers, name } = JSON.parse(String(doc)) as { identifiers: unknown; name: string };
    const revision = { id: `${person}/000001`, person, revision: 1, identifiers, name };
    connection.run('UPDATE people SET id = ?, doc = ?, "person" = ?, "name" = ? WHERE rowid = ?', [
      revision.id,
      JSON.stringify(revision),
      person,
      name,
      Number(row),
    ]);
  }
  return rows.length < rowsAtOnce ? 'done' : 'more';
}

const newTables: readonly string[] = [
  table('modelVersions', ''),
  table('uploads', ''),
  table('importIssues', '"job" TEXT'),
  index('importIssues', 'job', 'id'),
  table('runStarts', ''),
  table('runLocks', ''),
  table(
    'results',
    '"run" TEXT, "subject" TEXT, "team" TEXT, "stage" TEXT, "model" TEXT, "status" TEXT, "grade" TEXT, "composite" REAL',
  ),
  index('results', 'run', 'id'),
  index('results', 'run', '-composite', 'id'),
  ...['subject', 'team', 'stage', 'model', 'status', 'grade'].map((field) =>
    index('results', 'run', field, 'composite', 'id'),
  ),
  index('results', 'subject', 'id'),
  table('comparisons', ''),
  table(
    'movements',
    '"comparison" TEXT, "subject" TEXT, "team" TEXT, "cause" TEXT, "gradeMove" TEXT, "delta" REAL, "size" REAL',
  ),
  index('movements', 'comparison', 'id'),
  index('movements', 'comparison', '-delta', 'id'),
  index('movements', 'comparison', '-size', 'id'),
  ...['subject', 'team', 'cause', 'gradeMove'].map((field) =>
    index('movements', 'comparison', field, 'size', 'id'),
  ),
  index('movements', 'subject', 'id'),
  table('jobs', ''),
  table('jobOutcomes', ''),
  table('accounts', ''),
  table('sessions', '"session" TEXT, "person" TEXT'),
  index('sessions', 'session'),
  index('sessions', 'person'),
  table('requestClaims', ''),
  table('requestOutcomes', ''),
  table('audit', '"resource" TEXT, "record" TEXT, "by" TEXT, "at" TEXT'),
  index('audit', 'at', 'id'),
  ...['resource', 'record', 'by'].map((field) => index('audit', field, 'at', 'id')),
];

function table(name: string, columns: string): string {
  return `CREATE TABLE "${name}" (id TEXT PRIMARY KEY, doc TEXT NOT NULL${columns === '' ? '' : `, ${columns}`});`;
}

/** A minus stands before a column that descends. */
function index(name: string, ...columns: readonly string[]): string {
  const parts = columns.map((column) =>
    column.startsWith('-') ? `"${column.slice(1)}" DESC` : `"${column}"`,
  );
  const suffix = columns.map((column) => column.replace('-', '')).join('_');
  return `CREATE INDEX "${name}_${suffix}" ON "${name}" (${parts.join(', ')});`;
}
