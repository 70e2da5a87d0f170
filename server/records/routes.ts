import { currentDefinitions } from '../definitions/definitions.ts';
import type { Company, Dataset, Issue, NewRecord, RecordChange, RecordView } from '../../schemas/index.ts';
import { newestRevision } from '../changes/revise.ts';
import { defineRoute, refuse, type Route } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import type { RecordRevision } from '../store/documents.ts';
import { lastCommit } from './commits.ts';
import { currentRecord, revisionOf } from './current-record.ts';
import { takeRow } from './one-row.ts';
import { recordsAsOf } from './records-as-of.ts';
import { recordViews } from './views.ts';

const issue = (code: string): Issue => ({ code, severity: 'error' });

/** Records as they count now. */
export function recordRoutes(services: Services): Route[] {
  const { store } = services;
  const definitionsOf = async (id: string): Promise<{ dataset: Dataset; company: Company } | undefined> => {
    const dataset = (await currentDefinitions(store, 'dataset')).find(({ key }) => key === id)?.document;
    const [company] = await currentDefinitions(store, 'company');
    return dataset === undefined || company === undefined
      ? undefined
      : { dataset, company: company.document };
  };
  const current = (dataset: string, key: string) => currentRecord(store, dataset, key);
  const parse = (id: string | undefined): [string, string] => {
    const [dataset = '', ...key] = (id ?? '').split('~');
    return [dataset, key.join('~')];
  };

  return [
    defineRoute<never, RecordView[]>({
      method: 'GET',
      path: '/records',
      summary: 'The records of a dataset',
      allow: { action: 'read', resource: 'record' },
      list: {
        filters: { dataset: 'one', q: 'one', person: 'one', values: 'many' },
        required: ['dataset'],
        sorts: ['key'],
      },
      answer: { listOf: 'data#record' },
      refuses: [404],
      async handle({ list: { filter, sort, offset, limit }, caller }) {
        const known = await definitionsOf(String(filter['dataset']));
        if (known === undefined) return refuse(404, issue('request.notFound'));
        const { dataset } = known;
        const fits = filterOf(dataset, filter);
        const found: RecordRevision[] = [];
        let total = 0;
        for await (const record of recordsAsOf(store, dataset.id, await lastCommit(store))) {
          if (!fits(record)) continue;
          // Downwards the page is known only at the end: then all are kept.
          if (sort.descending || (total >= offset && total < offset + limit)) found.push(record);
          total += 1;
        }
        const page = sort.descending ? found.toReversed().slice(offset, offset + limit) : found;
        return { body: await recordViews(store, dataset, page, caller!), total };
      },
    }),
    defineRoute<never, RecordView>({
      method: 'GET',
      path: '/records/:id',
      summary: 'One record',
      allow: { action: 'read', resource: 'record' },
      answer: 'data#record',
      async handle({ params, caller }) {
        const [id, key] = parse(params['id']);
        const known = await definitionsOf(id);
        const record = known === undefined ? undefined : await current(id, key);
        if (known === undefined || record === undefined) return refuse(404, issue('request.notFound'));
        const [body] = await recordViews(store, known.dataset, [record], caller!);
        return { body: body!, etag: body!.revision };
      },
    }),
    defineRoute<NewRecord, RecordView>({
      method: 'POST',
      path: '/records',
      summary: 'Add a record',
      allow: { action: 'create', resource: 'record' },
      body: 'data#newRecord',
      answer: 'data#record',
      refuses: [404],
      async handle({ body, caller, change, newId }) {
        const known = await definitionsOf(body.dataset);
        if (known === undefined) return refuse(404, issue('request.notFound'));
        const unknown = unknownColumn(known.dataset, body.values);
        if (unknown !== undefined) return refuse(422, unknown);
        const [id, by] = [newId(), change(body.reason)];
        const entry = {
          action: 'create',
          resource: 'record' as const,
          record: null,
          before: null,
          after: null,
        };
        const isNew = async (key: string) => (await current(body.dataset, key)) === undefined;
        const issues = await takeRow(services, { ...known, values: body.values }, id, by, entry, isNew);
        if (issues === 'overtaken') return refuse(409, issue('record.keyTaken'));
        if (issues.length > 0) return refuse(422, ...issues);
        const record = await revisionOf(store, id);
        // It is there already, with the same values.
        if (record === undefined) return refuse(409, issue('record.keyTaken'));
        const [view] = await recordViews(store, known.dataset, [record], caller!);
        return { body: view!, etag: view!.revision };
      },
    }),
    defineRoute<RecordChange, RecordView>({
      method: 'PUT',
      path: '/records/:id',
      summary: 'Correct a record: what was there stays, as a revision',
      allow: { action: 'update', resource: 'record' },
      ifMatch: true,
      body: 'data#recordChange',
      answer: 'data#record',
      refuses: [422],
      async handle({ params, body, ifMatch, caller, change, newId }) {
        const [id, key] = parse(params['id']);
        const known = await definitionsOf(id);
        const before = known === undefined ? undefined : await current(id, key);
        if (known === undefined || before === undefined) return refuse(404, issue('request.notFound'));
        const { dataset } = known;
        const [shown] = await recordViews(store, dataset, [before], caller!);
        if (ifMatch !== String(shown!.revision)) return refuse(412, issue('request.stale'));
        const unknown = unknownColumn(dataset, body.values);
        if (unknown !== undefined) return refuse(422, unknown);
        // What the reader may not see stays as it is.
        const sent = Object.entries(body.values).filter(([column]) => !shown!.hidden.includes(column));
        const values = { ...before.values, ...Object.fromEntries(sent) };
        if (dataset.key.some((column) => values[column] !== before.values[column])) {
          return refuse(422, issue('record.keyFixed'));
        }
        const by = change(body.reason);
        const identified = await withIdentifiers(values, dataset);
        const entry = {
          action: 'update',
          resource: 'record' as const,
          record: `${id}~${key}`,
          before: { hash: before.hash },
          after: null,
        };
        const isAsSeen = async () => (await current(id, key))?.id === before.id;
        const row = { ...known, values: identified };
        const issues = await takeRow(services, row, newId(), by, entry, isAsSeen);
        if (issues === 'overtaken') return refuse(412, issue('request.stale'));
        if (issues.length > 0) return refuse(422, ...issues);
        const after = (await current(id, key)) ?? before;
        const [view] = await recordViews(store, dataset, [after], caller!);
        return { body: view!, etag: view!.revision };
      },
    }),
  ];

  /** People as a file names them: by an identifier. */
  async function withIdentifiers(values: RecordRevision['values'], { columns }: Dataset) {
    const named: Record<string, string | null> = { ...values };
    for (const { id, type } of columns) {
      const value = named[id];
      if (type !== 'person' || value === null || value === undefined) continue;
      const person = await newestRevision(store.collection('people'), value);
      named[id] = person?.identifiers[0] ?? value;
    }
    return named;
  }
}

function unknownColumn({ columns }: Dataset, values: NewRecord['values']): Issue | undefined {
  const unknown = Object.keys(values).find((name) => !columns.some(({ id }) => id === name));
  return unknown === undefined
    ? undefined
    : { ...issue('dataset.unknownColumn'), params: { column: unknown } };
}

function filterOf(
  { columns }: Dataset,
  filter: Readonly<Record<string, string | readonly string[]>>,
): (record: RecordRevision) => boolean {
  const q = filter['q'] === undefined ? undefined : String(filter['q']).toLowerCase();
  const person = filter['person'];
  const wanted = [filter['values'] ?? []].flat().map((text) => {
    const at = text.indexOf(':');
    return [text.slice(0, at), text.slice(at + 1)] as const;
  });
  // Sensitive texts cannot be found by searching for them.
  const searched = columns.filter(({ sensitivity }) => sensitivity === undefined).map(({ id }) => id);
  const people = columns.filter(({ type }) => type === 'person').map(({ id }) => id);
  return ({ key, values }) =>
    (q === undefined ||
      key.toLowerCase().includes(q) ||
      searched.some((column) => values[column]?.toLowerCase().includes(q) === true)) &&
    (person === undefined || people.some((column) => values[column] === person)) &&
    wanted.every(([column, value]) => searched.includes(column) && values[column] === value);
}
