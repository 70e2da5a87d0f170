import Database from 'libsql';

/** What may be bound. Anything else makes the native library end the process. */
export type Bindable = string | number | null;

type Statement = Database.Statement;

/** A connection to one file, with its prepared statements. Everything that is bound passes here. */
export class SqliteConnection {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Statement>();

  /** Opens the file, or makes it. Every commit is on the disk before it returns. */
  constructor(path: string) {
    this.#database = new Database(path);
    this.#database.pragma('busy_timeout = 10000');
    this.#database.pragma('journal_mode = WAL');
    this.#database.pragma('synchronous = FULL');
    // In KiB where negative: enough for the inner pages of an index over a million ids.
    this.#database.pragma('cache_size = -32000');
    // In pages of 4 KiB. A longer log writes a page that many commits touch to the table only once.
    this.#database.pragma('wal_autocheckpoint = 8000');
    this.#database.pragma('journal_size_limit = 67108864');
  }

  /** The rows of a query, each an array of its columns. */
  rows(sql: string, params: readonly Bindable[]): unknown[][] {
    return this.#statement(sql).all(bound(params)) as unknown[][];
  }

  /** @returns how many rows the statement changed. */
  run(sql: string, params: readonly Bindable[]): number {
    return this.#statement(sql).run(bound(params)).changes;
  }

  /** Runs statements without parameters, one after the other. */
  execute(sql: string): void {
    this.#database.exec(sql);
  }

  /** All or nothing; takes the right to write at the start, so that it never fails half-way for lack of it. */
  transaction<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #statement(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      if (statement.reader) statement.raw();
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

function bound(params: readonly Bindable[]): Bindable[] {
  for (const param of params) {
    if (typeof param !== 'string' && typeof param !== 'number' && param !== null) {
      throw new TypeError(`cannot bind ${typeof param}`);
    }
  }
  return [...params];
}
