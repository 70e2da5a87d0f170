import { describe, expect, it } from 'vitest';
import { nextGrade } from '../../engine/index.ts';
import { g3Model } from '../support/models.ts';

const model = g3Model();
const after = (composite: string | null, grade: string | null, gradeRule?: string) =>
  nextGrade(model, { composite, grade, ...(gradeRule !== undefined && { gradeRule }) });

describe('the distance to the next better grade', () => {
  it('is what is missing to the beginning of its band, exactly', () => {
    expect(after('76.65', 'to_improve')).toEqual({ grade: 'good', from: '80', points: '3.35' });
    expect(after('79.99', 'to_improve')).toEqual({ grade: 'good', from: '80', points: '0.01' });
    expect(after('80.00', 'good')).toEqual({ grade: 'excellent', from: '90', points: '10' });
    expect(after('-5.50', 'to_improve')).toEqual({ grade: 'good', from: '80', points: '85.5' });
  });

  it('is none in the best grade, without a composite, and where a rule gave the grade', () => {
    expect(after('90.00', 'excellent')).toBeNull();
    expect(after(null, null)).toBeNull();
    expect(after('95.00', 'to_improve', 'service_gate')).toBeNull();
  });

  it('passes by bands that are no better: of two bands with one grade, and of a higher one with a worse grade', () => {
    const odd = {
      grades: model.grades,
      bands: [
        { grade: 'to_improve', to: 60 },
        { grade: 'good', from: 60, to: 80 },
        { grade: 'good', from: 80, to: '95.5' },
        { grade: 'to_improve', from: '95.5', to: 99 },
        { grade: 'excellent', from: 99 },
      ],
    };
    expect(nextGrade(odd, { composite: '70.00', grade: 'good' })).toEqual({
      grade: 'excellent',
      from: '99',
      points: '29',
    });
  });
});
