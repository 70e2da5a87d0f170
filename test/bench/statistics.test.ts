import { describe, expect, it } from 'vitest';
import { median, quantile, speedUp, spreadOf } from '../../bench/harness/statistics.ts';

describe('the statistics of the benchmark', () => {
  it('take the middle of an odd number of samples, and between the two of an even number', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 2, 4, 9])).toBe(3);
  });

  it('take quartiles on the line between neighbours', () => {
    expect([0, 0.25, 0.5, 1].map((share) => quantile([5, 1, 2, 4, 3], share))).toEqual([1, 2, 3, 5]);
    expect(quantile([1, 2], 0.25)).toBe(1.25);
    expect(spreadOf([1, 2, 3, 4, 5])).toEqual({ median: 3, low: 2, high: 4 });
  });

  it('refuse to say anything of no samples', () => {
    expect(() => median([])).toThrow('no samples');
  });

  it('compare within a round: what slows a round down for both changes nothing', () => {
    const baseline = [
      [100, 1000, 100],
      [100, 100, 500],
    ];
    const ours = [
      [10, 100, 10],
      [10, 10, 50],
    ];
    expect(speedUp(ours, baseline)).toEqual({ median: 10, low: 10, high: 10 });
  });

  it('take the median of the forks, not of all rounds: a process that compiled badly counts once', () => {
    const baseline = [[100], [100], [100]].map(([time]) => [time!, time!, time!]);
    const ours = [
      [10, 10, 10],
      [20, 20, 20],
      [10, 10, 10],
    ];
    expect(speedUp(ours, baseline).median).toBe(10);
    expect(speedUp(ours, baseline).low).toBe(5);
  });
});
