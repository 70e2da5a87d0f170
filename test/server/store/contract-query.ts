import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { declarations } from '../../../server/store/collections.ts';
import type { RunResult } from '../../../server/store/documents.ts';
import type { Collection, PageRequest, Store, Where } from '../../../server/store/store.ts';
import { campaignSeed, campaignSize } from '../../support/random.ts';
import type { StoreKind } from './contract.ts';
import { runResult } from './run-results.ts';

/** Texts that databases, query languages and patterns could take for something else. */
const oddTexts = [
  '',
  ' ',
  'a',
  'A',
  'aB',
  'Ab',
  'abc',
  'b',
  '%',
  '_',
  '.*',
  '^a$',
  '[a]',
  '\\',
  '\\x{61}',
  '(',
  'a|b',
  '+',
  '$ne',
  '$where',
  '{"$gt":""}',
  "' OR 1=1 --",
  '"',
  'null',
  '0',
  '10',
  '9',
  '\u0000',
  'a\u0000b',
  '\n',
  '\u2028',
  '销售',
  '销售部',
  'ä',
  'Ä',
  'ß',
  'SS',
  'ı',
  'İ',
  'i',
  'I',
  'K',
  '\u212a',
  'k',
  'é',
  'e\u0301',
  '\uff21',
  '\uffff',
];
const astralTexts = ['😀', 'a😀', '𝒳', '\u{10ffff}'];
const numbers = [null, 0, -1, 0.1, 0.30000000000000004, 0.3, 80, 80.5, 100, 1e300, -1e-300, 5e-324];
const textFields = ['run', 'subject', 'team', 'stage', 'model', 'status', 'grade'] as const;
const documents = 300;

/** What is read of a page and a count, held against a filter that is as plain as can be. */
export function queryContract({ open, codePointOrder = true, slow = false }: StoreKind): void {
  const share = slow ? 4 : 1;
  const seed = campaignSeed(11);
  const texts = codePointOrder ? [...oddTexts, ...astralTexts] : oddTexts;
  const text = fc.constantFrom(...texts);
  const all: RunResult[] = [];
  let store: Store;
  let results: Collection<RunResult>;

  beforeAll(async () => {
    store = await open();
    results = store.collection('results');
    const fields = fc.record({
      team: text,
      stage: fc.constantFrom('a', 'b'),
      model: text,
      grade: fc.option(text, { freq: 2 }),
      composite: fc.constantFrom(...numbers),
    });
    const drawn = fc.sample(fields, { seed, numRuns: documents });
    all.push(
      ...drawn.map((values, index) =>
        runResult(`r${index % 3}`, `${texts[index % texts.length]}${index}`, {
          id: `r${index % 3}/${(index * 7919) % 10_007}`,
          ...values,
        }),
      ),
    );
    expect(await results.insertMany(all)).not.toContain(false);
  });
  afterAll(() => store.close());

  it(`agree with a plain filter in every combination (seed ${seed})`, { timeout: 300_000 }, async () => {
    const wanted = fc.oneof(text, fc.constant(null), fc.array(text, { maxLength: 4 }));
    const where = fc.dictionary(fc.constantFrom(...textFields), wanted, { maxKeys: 2 });
    const request = fc.record(
      {
        where,
        contains: fc.record({ field: fc.constantFrom(...textFields), text }),
        sort: fc.record({
          field: fc.constantFrom('id', ...Object.keys(declarations.results.fields)),
          descending: fc.boolean(),
        }),
        offset: fc.constantFrom(0, 1, 7, documents, 1e6),
        limit: fc.constantFrom(0, 1, 10, documents, 1e6),
      },
      { requiredKeys: ['offset', 'limit'] },
    );
    let found = 0;
    await fc.assert(
      fc.asyncProperty(request, async (asked) => {
        const page = await results.page(asked);
        const plain = plainPage(all, asked);
        expect({ total: page.total, ids: page.docs.map(({ id }) => id) }).toEqual(plain);
        found += plain.total;
      }),
      { seed, numRuns: campaignSize(400 / share, 10_000) },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...textFields), where, async (field, where) => {
        expect(await results.countBy(field, where)).toEqual(plainCounts(all, field, where));
      }),
      { seed, numRuns: campaignSize(100 / share, 3000) },
    );
    // Not an empty test: there was something to be found.
    expect(found).toBeGreaterThan(1000);
  });

  it('give back whole documents', async () => {
    const { docs } = await results.page({ where: { run: 'r1' }, offset: 2, limit: 3 });
    expect(docs).toEqual(sorted(all.filter(({ run }) => run === 'r1')).slice(2, 5));
  });

  it('sort by every declared field, both ways, null first and last', async () => {
    for (const field of ['id', ...Object.keys(declarations.results.fields)]) {
      for (const descending of [false, true]) {
        const request = { sort: { field, descending }, offset: 0, limit: documents };
        const { docs } = await results.page(request);
        expect(docs.map(({ id }) => id)).toEqual(plainPage(all, request).ids);
      }
    }
  });

  it('treat half a surrogate pair as every store does, and find it again', async () => {
    const other = await open();
    const people = other.collection('people');
    const person = { id: 'p/1', person: 'p', revision: 1, identifiers: [], name: 'x\ud800y' };
    await people.insert(person);
    expect(await people.get('p/1')).toEqual(person);
    for (const name of ['x\ud800y', 'x\ufffdy']) {
      expect((await people.page({ where: { name }, offset: 0, limit: 1 })).docs).toEqual([person]);
    }
    expect(await people.countBy('name')).toEqual([{ value: 'x\ufffdy', count: 1 }]);
    await other.close();
  });

  it('let nothing undeclared, no object and no operator reach a query', async () => {
    const page = { offset: 0, limit: 1 };
    const hostile: unknown[] = [
      ...[
        { $ne: null },
        { $gt: '' },
        { $regex: '.*' },
        /a/,
        1,
        true,
        undefined,
        [{}],
        [null],
        [['a']],
        Symbol('s'),
      ].map((value) => ({ ...page, where: { run: value } })),
      ...['$where', '$or', 'doc', '_id', 'id', 'write', 'result.note', 'run"', 'toString', 'composite'].map(
        (field) => ({ ...page, where: { [field]: 'a' } }),
      ),
      { ...page, where: JSON.parse('{"__proto__":"a"}') as unknown },
      ...[null, [], 'run', 1].map((where) => ({ ...page, where })),
      ...['doc', '_id', '', 'run; DROP TABLE results', 'result', '__proto__', {}, ['run']].map((field) => ({
        ...page,
        sort: { field, descending: false },
      })),
      ...[1, 'DESC', null].map((descending) => ({ ...page, sort: { field: 'run', descending } })),
      ...['composite', 'doc', 'id'].map((field) => ({ ...page, contains: { field, text: 'a' } })),
      ...[{ $ne: '' }, null, 1, undefined, 'x'.repeat(1001)].map((text) => ({
        ...page,
        contains: { field: 'run', text },
      })),
      ...[-1, 0.5, Number.NaN, Infinity, '1', null, undefined].flatMap((number) => [
        { offset: number, limit: 1 },
        { offset: 0, limit: number },
      ]),
    ];
    for (const request of hostile) {
      await expect(results.page(request as PageRequest), JSON.stringify(request)).rejects.toThrow(TypeError);
    }
    for (const field of ['composite', 'doc', 'id', '$run', '__proto__']) {
      await expect(results.countBy(field)).rejects.toThrow(TypeError);
    }
    await expect(results.countBy('grade', { run: { $ne: '' } } as unknown as Where)).rejects.toThrow(
      TypeError,
    );
    expect((await results.page(page)).total).toBe(documents);
  });
}

function plainPage(all: readonly RunResult[], { where = {}, contains, sort, offset, limit }: PageRequest) {
  const found = all.filter((doc) => {
    if (!suits(doc, where)) return false;
    const value = contains && valueOf(doc, contains.field);
    return (
      contains === undefined || (typeof value === 'string' && lower(value).includes(lower(contains.text)))
    );
  });
  const { field, descending } = sort ?? { field: 'id', descending: false };
  return {
    total: found.length,
    ids: sorted(found, field, descending)
      .slice(offset, offset + limit)
      .map(({ id }) => id),
  };
}

function plainCounts(all: readonly RunResult[], field: string, where: Where) {
  const values = all.filter((doc) => suits(doc, where)).map((doc) => valueOf(doc, field) as string | null);
  return [...new Set(values)]
    .toSorted(compare)
    .map((value) => ({ value, count: values.filter((other) => other === value).length }));
}

function suits(doc: RunResult, where: Where): boolean {
  return Object.entries(where).every(([field, wanted]) => {
    const value = valueOf(doc, field);
    return Array.isArray(wanted) ? wanted.includes(value) : value === wanted;
  });
}

function sorted(docs: readonly RunResult[], field = 'id', descending = false): RunResult[] {
  return docs.toSorted(
    (one, other) =>
      (descending ? -1 : 1) * compare(valueOf(one, field), valueOf(other, field)) ||
      compare(one.id, other.id),
  );
}

type Value = string | number | null;

function compare(one: Value, other: Value): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  if (typeof one === 'number') return one - Number(other);
  return Buffer.compare(Buffer.from(one), Buffer.from(`${other}`));
}

function valueOf(doc: RunResult, field: string): Value {
  return (doc as unknown as Record<string, Value>)[field] ?? null;
}

function lower(text: string): string {
  return Array.from(text, (unit) => (unit >= 'A' && unit <= 'Z' ? unit.toLowerCase() : unit)).join('');
}
