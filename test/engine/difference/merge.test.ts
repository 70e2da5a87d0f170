import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, sameJson } from '../../../engine/difference/changes.ts';
import { merge } from '../../../engine/difference/merge.ts';
import { mutate } from '../../support/mutate.ts';
import { campaignSeed, campaignSize, seeded } from '../../support/random.ts';
import { starterModels } from '../../support/starter-models.ts';

const models = starterModels();
const seed = campaignSeed(20261124);
const three = fc.tuple(fc.nat(models.length - 1), fc.nat(), fc.nat());
const edited = (index: number, own: number) => mutate(seeded(own), structuredClone(models[index]!));
const numRuns = campaignSize(1000, 20_000);

describe('what two people made of one document', () => {
  it('is what the one made where the other changed nothing', () => {
    fc.assert(
      fc.property(three, ([index, a]) => {
        const base = models[index]!;
        const other = edited(index, a);
        expect(merge(base, other, base).document).toEqual(other);
        expect(merge(base, base, other).document).toEqual(other);
        expect(merge(base, other, other).document).toEqual(other);
        expect(merge(base, other, other).collisions).toEqual([]);
      }),
      { seed, numRuns },
    );
  });

  it('keeps every change that does not collide, of both', () => {
    let collided = 0;
    fc.assert(
      fc.property(three, ([index, a, b]) => {
        const base = models[index]!;
        const [theirs, mine] = [edited(index, a), edited(index, b)];
        const merged = merge(base, theirs, mine);
        if (merged.collisions.length > 0) collided += 1;
        const inCollision = new Set(merged.collisions.flatMap((collision) => collision.mine));
        const made = changesOf(base, merged.document);
        const isThere = (change: ReturnType<typeof changesOf>[number]) =>
          change.kind === 'moved' ||
          made.some(
            (other) =>
              other.kind === change.kind &&
              sameJson(other.path, change.path) &&
              sameJson(other.after, change.after),
          );
        for (const change of changesOf(base, theirs)) expect(isThere(change)).toBe(true);
        for (const change of changesOf(base, mine))
          expect(isThere(change) || inCollision.has(change) || merged.collisions.length > 0).toBe(true);
        for (const change of merged.mine) expect(isThere(change)).toBe(true);
      }),
      { seed, numRuns },
    );
    expect(collided).toBeGreaterThan(0);
    expect(collided).toBeLessThan(numRuns);
  });

  it('is, with mine chosen everywhere, what it is with the sides changed about', () => {
    fc.assert(
      fc.property(three, ([index, a, b]) => {
        const base = models[index]!;
        const [one, other] = [edited(index, a), edited(index, b)];
        const { collisions } = merge(base, one, other);
        const choices = new Map(collisions.map(({ id }) => [id, 'mine'] as const));
        const chosen = merge(base, one, other, choices);
        const about = merge(base, other, one);
        const order = (found: unknown) =>
          changesOf(found, about.document).filter(({ kind }) => kind !== 'moved');
        expect(order(chosen.document)).toEqual([]);
      }),
      { seed, numRuns },
    );
  });

  it('takes over what does not collide, and asks about the rest', () => {
    const of = (a: number, b: number, ...rules: string[]) => ({
      metrics: [
        { id: 'a', weight: a },
        { id: 'b', weight: b },
      ],
      gradeRules: rules.map((id) => ({ id })),
    });
    const base = of(50, 50, 'x', 'y');
    const merged = merge(base, of(60, 50, 'x', 'theirs', 'y'), of(50, 40, 'x', 'mine', 'y'));
    expect(merged.collisions).toEqual([]);
    expect(merged.document).toEqual(of(60, 40, 'x', 'mine', 'theirs', 'y'));

    const colliding = merge(base, of(60, 50, 'y'), of(70, 50, 'x', 'y'));
    expect(colliding.collisions.map(({ id }) => id)).toEqual(['["metrics","a","weight"]']);
    expect(colliding.document).toEqual(of(60, 50, 'y'));
    const choice = new Map([['["metrics","a","weight"]', 'mine' as const]]);
    expect(merge(base, of(60, 50, 'y'), of(70, 50, 'x', 'y'), choice).document).toEqual(of(70, 50, 'y'));
  });
});
