import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateIssue, type Dataset } from '../../../schemas/index.ts';
import { checkDataset } from '../../../server/datasets/check-dataset.ts';
import { rosterDataset, salesDataset } from '../imports/datasets.ts';

/** A copy with one place of it replaced. */
function withAt(dataset: Dataset, path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(dataset) as unknown as Record<string | number, unknown>;
  const parent = path.slice(0, -1).reduce((node, key) => node[key] as typeof copy, copy);
  parent[path.at(-1)!] = value;
  return copy;
}

const column = (id: string) => salesDataset.columns.findIndex((candidate) => candidate.id === id);
const codesAndPointers = (document: unknown) =>
  checkDataset(document).map(({ code, pointer }) => [code, pointer]);

describe('checking a dataset', () => {
  it('has nothing to say about good ones', () => {
    expect(checkDataset(salesDataset)).toEqual([]);
    expect(checkDataset(rosterDataset)).toEqual([]);
  });

  const rules = join(import.meta.dirname, '../../../rules');
  const shipped = readdirSync(rules, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.dataset.json'),
  );
  it.each(shipped)('has nothing to say about %s', (name) => {
    expect(checkDataset(JSON.parse(readFileSync(join(rules, name), 'utf8')))).toEqual([]);
  });

  it.each<[string, (string | number)[], unknown, string, string]>([
    [
      'a column id that is there twice',
      ['columns', 1, 'id'],
      'id',
      'dataset.duplicateColumn',
      '/columns/1/id',
    ],
    [
      'a header two columns have',
      ['columns', 1, 'headers'],
      ['x', '单号'],
      'dataset.duplicateHeader',
      '/columns/1/headers/1',
    ],
    [
      "a header that is another column's id",
      ['columns', 1, 'headers'],
      ['id'],
      'dataset.duplicateHeader',
      '/columns/1/headers/0',
    ],
    [
      "a name that is another column's",
      ['columns', 1, 'name'],
      { zh: '单号', en: 'y' },
      'dataset.duplicateHeader',
      '/columns/1/name/zh',
    ],
    ['a key of a column that is not there', ['key', 0], 'nothing', 'dataset.unknownColumn', '/key/0'],
    ['a key of a column that may be empty', ['key', 0], 'amount', 'dataset.keyNotRequired', '/key/0'],
    ['a key column twice', ['key'], ['id', 'id'], 'dataset.duplicateKey', '/key/1'],
    [
      'a choice value twice',
      ['columns', column('status'), 'choices', 1, 'value'],
      'won',
      'dataset.duplicateChoice',
      '/columns/3/choices/1/value',
    ],
    [
      'an alias that is a value',
      ['columns', column('status'), 'choices', 1, 'aliases'],
      ['won'],
      'dataset.duplicateChoice',
      '/columns/3/choices/1/aliases/0',
    ],
    [
      'a date pattern that cannot be used',
      ['columns', column('closed_on'), 'pattern'],
      'YYYYMD',
      'dataset.datePattern',
      '/columns/4/pattern',
    ],
    [
      'a least value above the greatest',
      ['columns', column('amount'), 'max'],
      '-2000000',
      'dataset.minAboveMax',
      '/columns/5/min',
    ],
  ])('refuses %s', (_, path, value, code, pointer) => {
    expect(codesAndPointers(withAt(salesDataset, path, value))).toEqual([[code, pointer]]);
  });

  it.each<[string, string, string]>([
    ['person', 'team', 'dataset.columnType'],
    ['team', 'seller', 'dataset.columnType'],
    ['from', 'name', 'dataset.columnType'],
    ['role', 'since', 'dataset.columnType'],
    ['personName', 'coach', 'dataset.columnType'],
    ['person', 'nobody', 'dataset.unknownColumn'],
  ])('refuses a placement whose %s is the column %s', (part, id, code) => {
    expect(codesAndPointers(withAt(rosterDataset, ['placement', part], id))).toEqual([
      [code, `/placement/${part}`],
    ]);
  });

  it("refuses a person's name as a key, because keys stay when names are erased", () => {
    const keyed = withAt(rosterDataset, ['columns', 1, 'required'], true) as Dataset;
    expect(codesAndPointers(withAt(keyed, ['key'], ['seller', 'name']))).toEqual([
      ['dataset.nameInKey', '/key/1'],
    ]);
  });

  it('says what the schema says, with pointers', () => {
    const issues = checkDataset({ ...salesDataset, key: undefined, more: 1 });
    expect(issues.every((issue) => validateIssue(issue) && /^(schema|document)\./.test(issue.code))).toBe(
      true,
    );
    expect(codesAndPointers({ ...salesDataset, more: 1 })).toEqual([
      ['schema.additionalProperties', '/more'],
    ]);
  });

  it.each([[undefined], [null], [1], ['x'], [[]], [{}]])('refuses %j', (document) => {
    expect(checkDataset(document).length).toBeGreaterThan(0);
  });
});
