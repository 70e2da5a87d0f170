import type { Bindable } from './sqlite-connection.ts';
import type { Condition, Filter, PageQuery } from './query.ts';

/** A piece of SQL, with what is bound to it. */
export interface Sql {
  readonly sql: string;
  readonly params: readonly Bindable[];
}

/** The condition that documents fit; a filter's fields are declared ones, so they can stand in the text. */
export function whereSql({ conditions, contains }: Filter): Sql {
  const parts = conditions.map(conditionSql);
  if (contains !== undefined) {
    // lower() knows the letters A to Z only, as the port has it.
    parts.push({ sql: `instr(lower("${contains.field}"), ?) > 0`, params: [contains.text] });
  }
  return {
    sql: parts.length === 0 ? '' : `WHERE ${parts.map(({ sql }) => sql).join(' AND ')}`,
    params: parts.flatMap(({ params }) => params),
  };
}

/**
 * The documents of a page. Which they are is decided by indexes as far as it can be; only then are the texts read,
 * which lie far apart.
 */
export function pageSql(table: string, query: PageQuery): Sql {
  const where = whereSql(query);
  const order = orderSql(query);
  return {
    sql: `SELECT t.doc FROM (
        SELECT rowid AS row, "id"${query.sort.field === 'id' ? '' : `, "${query.sort.field}"`} FROM "${table}"
        ${where.sql} ORDER BY ${order.inner} LIMIT ? OFFSET ?
      ) p CROSS JOIN "${table}" t ON t.rowid = p.row ORDER BY ${order.outer}`,
    params: [...where.params, query.limit, query.offset],
  };
}

function orderSql({ sort, contains }: PageQuery): { inner: string; outer: string } {
  const direction = sort.descending ? 'DESC' : 'ASC';
  // A text to be searched may be rare: walking an index in the order of the page, and looking up each document's text
  // apart, would take longest then. The plus keeps the planner from it.
  const plus = contains === undefined || contains.field === sort.field ? '' : '+';
  if (sort.field === 'id') return { inner: `${plus}"id" ${direction}`, outer: `p."id" ${direction}` };
  return {
    inner: `${plus}"${sort.field}" ${direction}, "id"`,
    outer: `p."${sort.field}" ${direction}, p."id"`,
  };
}

function conditionSql({ field, values }: Condition): Sql {
  if (values === null) return { sql: `"${field}" IS NULL`, params: [] };
  if (values.length === 1) return { sql: `"${field}" = ?`, params: values };
  // One parameter for all, so that there is one statement to prepare however many there are.
  return { sql: `"${field}" IN (SELECT value FROM json_each(?))`, params: [JSON.stringify(values)] };
}
