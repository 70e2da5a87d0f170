import type { RunView } from '../../schemas/index.ts';

/** Runs from the earliest to the latest: what was computed later is compared with what was there before. */
export function inOrder(runs: readonly RunView[]): RunView[] {
  return runs.toSorted((a, b) => {
    const [left, right] = [a, b].map(({ startedAt, run }) => [
      startedAt ?? '',
      String(run.commit).padStart(12, '0'),
    ]);
    return left!.join(' ') < right!.join(' ') ? -1 : 1;
  });
}
