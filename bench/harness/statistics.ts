/** The value at a share of the way through the sorted samples, on the line between its neighbours. */
export function quantile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new Error('no samples');
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return low + (high - low) * (at - Math.floor(at));
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** A median, and the quartiles around it. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How many times as fast as the baseline: the ratio within each round, its median within each fork, the median of
 * these; the quartiles are those of all rounds.
 * @param forks times of one person by fork and round.
 * @param baseline those of the baseline, of the same rounds.
 */
export function speedUp(
  forks: readonly (readonly number[])[],
  baseline: readonly (readonly number[])[],
): Spread {
  const ratios = forks.map((rounds, fork) => rounds.map((time, round) => baseline[fork]![round]! / time));
  const all = ratios.flat();
  return { median: median(ratios.map(median)), low: quantile(all, 0.25), high: quantile(all, 0.75) };
}

export function spreadOf(samples: readonly number[]): Spread {
  return { median: median(samples), low: quantile(samples, 0.25), high: quantile(samples, 0.75) };
}
