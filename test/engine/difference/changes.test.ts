import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../engine/difference/apply.ts';
import { changesOf, sameJson } from '../../../engine/difference/changes.ts';
import { canonical } from '../../../engine/index.ts';
import { mutate } from '../../support/mutate.ts';
import { campaignSeed, seeded } from '../../support/random.ts';
import { starterModels } from '../../support/starter-models.ts';

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
        expect(applyChanges(model, changesOf(model, other))).toEqual(other);
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
