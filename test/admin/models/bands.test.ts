import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgesText, limitsOf, roomOf, stripOf, withLimit } from '../../../admin/models/bands/strip.ts';
import { checkBands } from '../../../engine/check/bands.ts';
import type { Band, Model } from '../../../schemas/index.ts';

const bands: Band[] = [
  { grade: 'excellent', from: 90 },
  { grade: 'good', from: 80, to: 90 },
  { grade: 'to_improve', to: 80 },
];
const modelWith = (own: Band[]) =>
  ({ bands: own, grades: own.map(({ grade }) => ({ id: grade })) }) as unknown as Model;

describe('the strip of bands', () => {
  it('rises from the lowest band to the highest, with half-open edges', () => {
    expect(stripOf(bands).map(({ grade, edges }) => [grade, edges])).toEqual([
      ['to_improve', 'x < 80'],
      ['good', '80 ≤ x < 90'],
      ['excellent', 'x ≥ 90'],
    ]);
    expect(edgesText({})).toBe('x');
  });

  it('fills its whole width without holes', () => {
    const strip = stripOf(bands);
    expect(strip[0]!.left).toBe(0);
    for (const [place, band] of strip.entries()) {
      const end = strip[place + 1]?.left ?? 100;
      expect(band.left + band.width).toBeCloseTo(end, 9);
      expect(band.width).toBeGreaterThan(0);
    }
  });

  it('moves both neighbours with a limit, so that the engine finds neither hole nor overlap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 1, max: 20_000 }), (place, cents) => {
        const moved = withLimit(
          bands,
          place,
          `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`,
        );
        if (moved !== undefined) expect(checkBands(modelWith(moved))).toEqual([]);
      }),
    );
    expect(withLimit(bands, 0, 85)).toEqual([
      { grade: 'excellent', from: 90 },
      { grade: 'good', from: 85, to: 90 },
      { grade: 'to_improve', to: 85 },
    ]);
  });

  it('keeps a limit between its neighbours', () => {
    expect(roomOf(bands, 0)).toEqual({ after: undefined, before: 90 });
    expect(withLimit(bands, 0, 90)).toBeUndefined();
    expect(withLimit(bands, 1, 80)).toBeUndefined();
    expect(withLimit(bands, 1, '8x')).toBeUndefined();
  });

  it('shows where neighbours do not meet, and moving that limit closes the hole', () => {
    const broken: Band[] = [
      { grade: 'good', from: 90 },
      { grade: 'to_improve', to: 89 },
    ];
    expect(limitsOf(broken)).toEqual([{ below: 1, above: 0, value: 90, broken: true }]);
    expect(checkBands(modelWith(withLimit(broken, 0, 90)!))).toEqual([]);
  });
});
