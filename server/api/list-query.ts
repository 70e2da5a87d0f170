import type { Issue } from '../../schemas/index.ts';
import { parseJson } from './body.ts';
import type { ListDeclaration, ListQuery, Route } from './route.ts';

/** What the address asks for beyond its path, or what is wrong with it. */
export type Asked =
  | { readonly query: Readonly<Record<string, string>>; readonly list: ListQuery }
  | { readonly issues: readonly Issue[] };

const wholeList: ListQuery = { filter: {}, sort: { field: 'id', descending: false }, offset: 0, limit: 1000 };

/** Reads the query of an address; only what the route declares is let through. */
export function readQuery(route: Pick<Route, 'list' | 'query'>, search: URLSearchParams): Asked {
  const declared = route.query ?? {};
  const allowed = new Set([
    ...Object.keys(declared),
    ...(route.list === undefined ? [] : ['sort', 'range', 'filter']),
  ]);
  const query: Record<string, string> = {};
  for (const [name, value] of search) {
    if (!allowed.has(name) || Object.hasOwn(query, name) || value.length > 4000) return wrong(name);
    query[name] = value;
  }
  const missing = Object.keys(declared).find(
    (name) => declared[name] === 'required' && query[name] === undefined,
  );
  if (missing !== undefined) return wrong(missing);
  if (route.list === undefined) return { query, list: wholeList };
  const { sort, range, filter } = {
    sort: sortOf(query['sort'], route.list),
    range: rangeOf(query['range']),
    filter: filterOf(query['filter'], route.list),
  };
  if (sort === undefined) return wrong('sort');
  if (range === undefined) return wrong('range');
  if (filter === undefined) return wrong('filter');
  return { query, list: { filter, sort, ...range } };
}

function wrong(name: string): Asked {
  return { issues: [{ code: 'request.query', severity: 'error', params: { name: name.slice(0, 100) } }] };
}

function sortOf(text: string | undefined, { sorts }: ListDeclaration): ListQuery['sort'] | undefined {
  if (text === undefined) return { field: sorts[0]!, descending: false };
  const value = json(text);
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [field, order] = value as unknown[];
  if (typeof field !== 'string' || (order !== 'ASC' && order !== 'DESC')) return undefined;
  // react-admin sorts by id unless it is told; where that is no sort, the first is meant.
  if (field !== 'id' && !sorts.includes(field)) return undefined;
  return { field: sorts.includes(field) ? field : sorts[0]!, descending: order === 'DESC' };
}

function rangeOf(text: string | undefined): Pick<ListQuery, 'offset' | 'limit'> | undefined {
  if (text === undefined) return { offset: 0, limit: 25 };
  const value = json(text);
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [from, to] = value as unknown[];
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to)) return undefined;
  const [offset, last] = [from as number, to as number];
  return offset < 0 || last < offset || last - offset >= 1000
    ? undefined
    : { offset, limit: last - offset + 1 };
}

function filterOf(text: string | undefined, list: ListDeclaration): ListQuery['filter'] | undefined {
  const value = text === undefined ? {} : json(text);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const filter: Record<string, string | readonly string[]> = {};
  for (const [name, wanted] of Object.entries(value)) {
    const kind = Object.hasOwn(list.filters, name) ? list.filters[name] : undefined;
    // A form that was emptied sends an empty text: nothing is asked for.
    if (kind !== undefined && (wanted === '' || wanted === null)) continue;
    if (kind === undefined) return undefined;
    if (typeof wanted === 'string') filter[name] = wanted;
    else if (
      kind === 'many' &&
      Array.isArray(wanted) &&
      wanted.length <= 1000 &&
      wanted.every((item) => typeof item === 'string')
    )
      filter[name] = wanted;
    else return undefined;
  }
  return (list.required ?? []).some((name) => filter[name] === undefined) ? undefined : filter;
}

function json(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
