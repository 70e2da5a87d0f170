import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, sameJson, type Change } from '../../../../admin/models/diff/changes.ts';
import { canonical } from '../../../../engine/index.ts';
import { mutate } from '../../../support/mutate.ts';
import { campaignSeed, seeded } from '../../../support/random.ts';
import { starterModels } from '../../../support/starter-models.ts';

const models = starterModels();
const seed = campaignSeed(20261204);

describe('the changes between two documents', () => {
  it('are none exactly where the documents are the same, whatever they are', () => {
    const json = fc.jsonValue();
    fc.assert(
      fc.property(json, json, fc.boolean(), (a, b, same) => {
        const other = same ? structuredClone(a) : b;
        expect(changesOf(a, other).length === 0).toBe(canonical(a) === canonical(other));
      }),
      { seed },
    );
  });

  it('are none exactly where the documents are the same, for models with parts removed, doubled, renamed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(models.length - 1), (own, index) => {
        const model = models[index]!;
        const other = mutate(seeded(own), structuredClone(model));
        expect(changesOf(model, other).length === 0).toBe(sameJson(model, other));
        expect(changesOf(other, model).length === 0).toBe(sameJson(model, other));
        expect(changesOf(other, structuredClone(other))).toEqual([]);
      }),
      { seed, numRuns: 400 },
    );
  });

  it('make the one document into the other: nothing is left out', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(models.length - 1), (own, index) => {
        const model = models[index]!;
        const other = mutate(seeded(own), structuredClone(model));
        expect(applied(model, changesOf(model, other))).toEqual(other);
      }),
      { seed, numRuns: 400 },
    );
  });

  it('do not see the order of keys, and see that of lists', () => {
    expect(changesOf({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual([]);
    expect(changesOf([1, 2], [2, 1])).toHaveLength(2);
  });

  it('follow an item of a list with names where it moves up, and say that it moved', () => {
    const list = (...ids: string[]) => ({ metrics: ids.map((id) => ({ id, weight: id.length })) });
    expect(changesOf(list('a', 'b', 'c'), list('b', 'c'))).toEqual([
      {
        kind: 'removed',
        path: ['metrics', 'a'],
        shape: 'metrics/*',
        pointer: '/metrics/0',
        before: { id: 'a', weight: 1 },
      },
    ]);
    expect(changesOf(list('a', 'b'), list('b', 'a'))).toEqual([
      {
        kind: 'moved',
        path: ['metrics'],
        shape: 'metrics',
        pointer: '/metrics',
        before: ['a', 'b'],
        after: ['b', 'a'],
      },
    ]);
  });
});

/** The document with changes made to it: the inverse of finding them. */
function applied(document: unknown, changes: readonly Change[]): unknown {
  return changes.reduce(
    (result, change) => appliedAt(result, change.path, change.shape.split('/'), change),
    document,
  );
}

function appliedAt(
  node: unknown,
  [name, ...rest]: readonly string[],
  [kind, ...shape]: readonly string[],
  change: Change,
): unknown {
  if (name === undefined) return change.kind === 'moved' ? inOrder(node, change.after) : change.after;
  if (Array.isArray(node)) {
    const items = node as readonly unknown[];
    const index = kind === '*' ? items.findIndex((item) => isCalled(item, name)) : Number(name) - 1;
    if (rest.length === 0 && change.kind === 'removed') return items.toSpliced(index, 1);
    if (rest.length === 0 && change.kind === 'added') return [...items, change.after];
    return items.with(index, appliedAt(items[index], rest, shape, change));
  }
  const { [name]: value, ...others } = node as Record<string, unknown>;
  if (rest.length === 0 && change.kind === 'removed') return others;
  return { ...others, [name]: appliedAt(value, rest, shape, change) };
}

function inOrder(items: unknown, names: unknown): unknown {
  return (names as string[]).map((name) => (items as unknown[]).find((item) => isCalled(item, name)));
}

function isCalled(item: unknown, name: string): boolean {
  const { id, stage, grade, metric } = item as Record<string, unknown>;
  return [id, stage, grade, metric].includes(name);
}
