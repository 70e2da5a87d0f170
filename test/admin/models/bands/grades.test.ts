import fc from 'fast-check';
import { getContrastRatio } from '@mui/material/styles';
import { describe, expect, it } from 'vitest';
import { withGradeBelow, withoutGrade } from '../../../../admin/models/bands/grade-list.ts';
import { readableOn } from '../../../../admin/models/bands/text-colour.ts';
import { check } from '../../../../engine/index.ts';
import { g3Model } from '../../../support/models.ts';
import { campaignSeed } from '../../../support/random.ts';

const seed = campaignSeed(20261208);

describe('the grades of a model', () => {
  it('have a new one in half of the band above it', () => {
    const model = withGradeBelow(g3Model(), 'good')!;
    expect(model.grades.map(({ id }) => id)).toEqual(['excellent', 'good', 'grade_4', 'to_improve']);
    expect(model.bands).toContainEqual({ grade: 'good', from: 85, to: 90 });
    expect(model.bands).toContainEqual({ grade: 'grade_4', from: 80, to: 85 });
  });

  it('leave their band to the one below, or to the one above the lowest', () => {
    expect(withoutGrade(g3Model(), 'good')!.bands).toEqual([
      { grade: 'excellent', from: 90 },
      { grade: 'to_improve', to: 90 },
    ]);
    expect(withoutGrade(g3Model(), 'to_improve')!.bands).toEqual([
      { grade: 'excellent', from: 90 },
      { grade: 'good', to: 90 },
    ]);
    expect(withoutGrade(g3Model(), 'excellent')!.bands[0]).toEqual({ grade: 'good', from: 80 });
  });

  it('never leave a hole or an overlap, however often one is added or removed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat()), { maxLength: 12 }), (steps) => {
        let model = g3Model();
        for (const [more, which] of steps) {
          const id = model.grades[which % model.grades.length]!.id;
          model = (more ? withGradeBelow(model, id) : withoutGrade(model, id)) ?? model;
          expect(check(model)).toEqual([]);
          expect(model.bands).toHaveLength(model.grades.length);
        }
      }),
      { seed },
    );
  });

  it('cannot lose the last one', () => {
    const [grade] = g3Model().grades;
    expect(
      withoutGrade({ ...g3Model(), grades: [grade!], bands: [{ grade: grade!.id }] }, grade!.id),
    ).toBeUndefined();
  });
});

describe('the colour of a label', () => {
  it('has a contrast of at least 4.5 on every background', () => {
    expect(readableOn('#42a5f5')).toBe('#000000');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (colour) => {
        const background = `#${colour.toString(16).padStart(6, '0')}`;
        expect(getContrastRatio(readableOn(background), background)).toBeGreaterThanOrEqual(4.5);
      }),
      { seed, numRuns: 500 },
    );
  });
});
