import type { Ranking } from '../../schemas/index.ts';
import { seatCounts } from './seats.ts';

/** A group in the order of its places: the better before the worse. */
export interface Order {
  readonly size: number;
  /** Whether two places share a rank. */
  tied(place: number, next: number): boolean;
}

/** A run of places that have one grade. */
export interface Stretch {
  readonly grade: string;
  readonly from: number;
  readonly to: number;
}

/** Which places have which grade. */
export function stretchesOf(ranking: Ranking, order: Order): Stretch[] {
  const { size } = order;
  const counts = seatCounts(ranking, size);
  const seats = ranking.seats.map((seat, index) => ({ ...seat, count: counts[index]! }));
  const stretches: Stretch[] = [];
  let [top, bottom] = [0, size];
  let line = 0;
  for (const { grade, end, count } of seats) {
    if (end !== 'top') continue;
    line = Math.min(line + count, size);
    const to = Math.max(top, settled(ranking, order, line, 'top'));
    stretches.push({ grade, from: top, to });
    top = to;
  }
  const below: Stretch[] = [];
  line = size;
  for (const { grade, end, count } of seats) {
    if (end !== 'bottom') continue;
    line = Math.max(line - count, 0);
    const from = Math.max(top, Math.min(bottom, settled(ranking, order, line, 'bottom')));
    below.unshift({ grade, from, to: bottom });
    bottom = from;
  }
  stretches.push({ grade: ranking.otherwise, from: top, to: bottom }, ...below);
  return stretches.filter(({ from, to }) => from < to);
}

/** Where a line lies when those who share the figure at it are taken together: in with the share, or out of it. */
function settled(ranking: Ranking, order: Order, line: number, end: 'top' | 'bottom'): number {
  let [first, last] = [line, line];
  while (first > 0 && last < order.size && order.tied(first - 1, line)) first -= 1;
  if (first === line) return line;
  while (last < order.size && order.tied(line - 1, last)) last += 1;
  return (ranking.ties === 'expand') === (end === 'top') ? last : first;
}
