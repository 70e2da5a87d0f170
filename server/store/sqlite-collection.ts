import { setImmediate } from 'node:timers/promises';
import { declarations, type CollectionName } from './collections.ts';
import { documentText } from './document-text.ts';
import { fieldValues } from './field-values.ts';
import { endOfPrefix } from './ids.ts';
import { checkedIds, checkedPage, checkedRemoval, checkedTextField, checkedWhere } from './query.ts';
import type { Bindable, SqliteConnection } from './sqlite-connection.ts';
import { pageSql, whereSql } from './sqlite-query.ts';
import type { Collection, Doc } from './store.ts';

const pageSize = 500;
/** How many rows one statement inserts. */
const rowsAtOnce = 50;
/** How many documents are removed before others have their turn. */
const removedAtOnce = 2000;

/**
 * A collection in a table of its own: the id, the document's text, and its declared fields.
 * The driver is synchronous: after whatever takes long, others must have their turn.
 */
export function sqliteCollection(connection: SqliteConnection, name: CollectionName): Collection<Doc> {
  const columns = ['id', 'doc', ...Object.keys(declarations[name].fields).map((field) => `"${field}"`)];
  const insertion = (count: number): string => {
    const row = `(${columns.map(() => '?').join(', ')})`;
    const rows = Array.from({ length: count }, () => row).join(', ');
    return `INSERT INTO "${name}" (${columns.join(', ')}) VALUES ${rows} ON CONFLICT (id) DO NOTHING`;
  };
  const single = insertion(1);
  const several = insertion(rowsAtOnce);
  const write = (row: readonly Bindable[]): boolean => connection.run(single, row) === 1;
  /** Much faster than row by row, but tells only whether every id was free. */
  const writeSeveral = (rows: readonly (readonly Bindable[])[]): boolean =>
    rows.length === rowsAtOnce ? connection.run(several, rows.flat()) === rows.length : rows.every(write);

  return {
    async insert(doc) {
      return write(rowOf(name, doc));
    },
    async insertMany(docs) {
      const rows = docs.map((doc) => rowOf(name, doc));
      if (rows.length === 0) return [];
      const written = connection.transaction(() => {
        connection.execute('SAVEPOINT several');
        const free = parts(rows).every(writeSeveral);
        if (!free) connection.execute('ROLLBACK TO several');
        connection.execute('RELEASE several');
        return free ? rows.map(() => true) : rows.map(write);
      });
      await setImmediate();
      return written;
    },
    async get(id) {
      const [row] = connection.rows(`SELECT doc FROM "${name}" WHERE id = ?`, [id]);
      return row === undefined ? undefined : parse(row[0]);
    },
    async getMany(ids) {
      const found = connection.rows(
        `SELECT wanted.key, t.doc FROM json_each(?) wanted CROSS JOIN "${name}" t ON t.id = wanted.value`,
        [JSON.stringify(ids)],
      );
      const docs = ids.map((): Doc | undefined => undefined);
      for (const [index, doc] of found) docs[Number(index)] = parse(doc);
      return docs;
    },
    async startingWith(prefixes) {
      const ranges = prefixes.map((prefix) => [prefix, endOfPrefix(prefix)]);
      const found = connection.rows(
        `SELECT wanted.key, t.doc FROM json_each(?) wanted CROSS JOIN "${name}" t
           ON t.id >= wanted.value ->> 0 AND t.id < wanted.value ->> 1 ORDER BY wanted.key, t.id`,
        [JSON.stringify(ranges)],
      );
      const groups: Doc[][] = prefixes.map(() => []);
      for (const [index, doc] of found) groups[Number(index)]!.push(parse(doc));
      return groups;
    },
    async *scan({ prefix = '', after = '' } = {}) {
      const end = endOfPrefix(prefix);
      for (let from = after; ;) {
        // One lower bound: given two, the planner may seek to the lesser and walk over what was seen.
        const bound = from < prefix ? { operator: '>=', id: prefix } : { operator: '>', id: from };
        const page = connection.rows(
          `SELECT id, doc FROM "${name}" WHERE id ${bound.operator} ? AND id < ? ORDER BY id LIMIT ${pageSize}`,
          [bound.id, end],
        );
        for (const row of page) yield parse(row[1]);
        if (page.length < pageSize) return;
        from = String(page.at(-1)![0]);
        await setImmediate();
      }
    },
    async last(prefix) {
      const [row] = connection.rows(
        `SELECT doc FROM "${name}" WHERE id >= ? AND id < ? ORDER BY id DESC LIMIT 1`,
        [prefix, endOfPrefix(prefix)],
      );
      return row === undefined ? undefined : parse(row[0]);
    },
    async page(request) {
      const query = checkedPage(name, request);
      const where = whereSql(query);
      const [[total] = []] = connection.rows(`SELECT count(*) FROM "${name}" ${where.sql}`, where.params);
      const page = pageSql(name, query);
      const docs = query.limit === 0 ? [] : connection.rows(page.sql, page.params);
      await setImmediate();
      return { docs: docs.map(([doc]) => parse(doc)), total: Number(total) };
    },
    async countBy(field, where) {
      checkedTextField(name, field);
      const { sql, params } = whereSql({ conditions: checkedWhere(name, where), contains: undefined });
      // As JSON, because the driver reads a text only up to its first NUL.
      const groups = connection.rows(
        `SELECT json_quote("${field}"), count(*) FROM "${name}" ${sql} GROUP BY "${field}" ORDER BY "${field}"`,
        params,
      );
      await setImmediate();
      return groups.map(([value, count]) => ({
        value: JSON.parse(String(value)) as string | null,
        count: Number(count),
      }));
    },
    async remove(ids) {
      return removeAll('id IN (SELECT value FROM json_each(?))', JSON.stringify(checkedIds(name, ids)));
    },
    async removeWhere(field, value) {
      const condition = checkedRemoval(name, field, value);
      return removeAll(`"${condition.field}" = ?`, condition.values![0]!);
    },
  };

  /** Part by part, so that others have their turn. */
  async function removeAll(condition: string, value: string): Promise<number> {
    const removal = `DELETE FROM "${name}" WHERE rowid IN (SELECT rowid FROM "${name}" WHERE ${condition} LIMIT ${removedAtOnce})`;
    let removed = 0;
    for (;;) {
      const now = connection.run(removal, [value]);
      removed += now;
      if (now < removedAtOnce) return removed;
      await setImmediate();
    }
  }
}

function rowOf(name: CollectionName, doc: Doc): Bindable[] {
  return [doc.id, documentText(doc), ...fieldValues(name, doc).map(([, value]) => value)];
}

function parse(text: unknown): Doc {
  return JSON.parse(String(text)) as Doc;
}

function parts<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, index) =>
    rows.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce),
  );
}
