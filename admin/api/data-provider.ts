import type { DataProvider, Identifier, RaRecord } from 'react-admin';
import { api } from './client.ts';

interface WithRevision {
  readonly revision?: number;
}

/** What was last seen of a record: its revision goes back with a change. */
const seen = new Map<string, string>();

const pathOf = (resource: string, id: Identifier) => `/${resource}/${encodeURIComponent(String(id))}`;

/** Between react-admin and the API. What the API does not offer is refused, not pretended. */
export const dataProvider = {
  async getList(resource, { pagination, sort, filter, signal }) {
    const { page = 1, perPage = 25 } = pagination ?? {};
    const from = (page - 1) * perPage;
    const query = {
      range: JSON.stringify([from, from + Math.min(perPage, 1000) - 1]),
      filter: JSON.stringify(filter ?? {}),
      ...(sort !== undefined && sort.field !== 'id' && { sort: JSON.stringify([sort.field, sort.order]) }),
    };
    const { body, total } = await api<RaRecord[]>('GET', `/${resource}`, {
      query,
      ...(signal !== undefined && { signal }),
    });
    return { data: body, total: total ?? body.length };
  },
  async getOne(resource, { id, signal }) {
    const { body, etag } = await api<RaRecord>('GET', pathOf(resource, id), {
      ...(signal !== undefined && { signal }),
    });
    if (etag !== null) seen.set(pathOf(resource, id), etag);
    return { data: body };
  },
  async getMany(resource, { ids }) {
    const answers = await Promise.all(ids.map((id) => api<RaRecord>('GET', pathOf(resource, id))));
    return { data: answers.map(({ body }) => body) };
  },
  getManyReference: () => refused('getManyReference'),
  async create(resource, { data, meta }) {
    const idempotencyKey = (meta as { idempotencyKey?: string } | undefined)?.idempotencyKey;
    const { body } = await api<RaRecord>('POST', `/${resource}`, {
      body: data,
      ...(idempotencyKey !== undefined && { idempotencyKey }),
    });
    return { data: body };
  },
  async update(resource, { id, data, previousData, meta }) {
    const path = pathOf(resource, id);
    const revision =
      (meta as { ifMatch?: string | number } | undefined)?.ifMatch ??
      (previousData as WithRevision | undefined)?.revision ??
      seen.get(path) ??
      '';
    const { body, etag } = await api<RaRecord>('PUT', path, { body: data, ifMatch: revision });
    if (etag !== null) seen.set(path, etag);
    return { data: body };
  },
  async delete(resource, { id, previousData }) {
    const path = pathOf(resource, id);
    const ifMatch = (previousData as WithRevision | undefined)?.revision ?? seen.get(path) ?? '';
    const { body } = await api<RaRecord>('DELETE', path, { ifMatch });
    return { data: body };
  },
  updateMany: () => refused('updateMany'),
  deleteMany: () => refused('deleteMany'),
} as DataProvider;

function refused(what: string): Promise<never> {
  return Promise.reject(new Error(`${what} is not offered`));
}
