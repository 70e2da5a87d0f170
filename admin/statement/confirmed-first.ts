import type { RunView } from '../../schemas/index.ts';

/** Of runs, the newest first, those of the newest one's period, its confirmed run before the others. */
export function confirmedFirst(runs: readonly RunView[]): RunView[] {
  const period = runs[0]?.run.period.id;
  const same = runs.filter(({ run }) => run.period.id === period);
  return same.toSorted((a, b) => Number(b.state === 'locked') - Number(a.state === 'locked'));
}
