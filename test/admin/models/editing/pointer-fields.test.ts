import { describe, expect, it } from 'vitest';
import { nearestField } from '../../../../admin/models/editing/pointer-fields.ts';

const fields = [
  '/metrics/0/weight',
  '/metrics/1/weight',
  '/metrics/1/scoring',
  '/metrics/1/scoring/steps/0/from',
  '/bands/2/from',
];

describe('the field of a pointer', () => {
  it('is its own', () => {
    expect(nearestField(fields, '/metrics/1/scoring')).toBe('/metrics/1/scoring');
  });

  it('is the first one within it', () => {
    expect(nearestField(fields, '/metrics/1/scoring/steps/0')).toBe('/metrics/1/scoring/steps/0/from');
    expect(nearestField(fields, '/bands/2')).toBe('/bands/2/from');
    expect(nearestField(fields, '/metrics')).toBe('/metrics/0/weight');
  });

  it('is that of what is around it', () => {
    expect(nearestField(fields, '/metrics/1/scoring/cap')).toBe('/metrics/1/scoring');
    expect(nearestField(fields, '/metrics/1/scoring/steps/7/score')).toBe('/metrics/1/scoring');
  });

  it('is none where only another item of the list has one', () => {
    expect(nearestField(fields, '/bands/0/grade')).toBeUndefined();
    expect(nearestField(fields, '/actions/3/event/type')).toBeUndefined();
    expect(nearestField(fields, '')).toBeUndefined();
  });
});
