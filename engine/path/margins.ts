import type { Program } from '../model/compile.ts';
import type { Table } from '../table.ts';
import { nearest, reachOf } from './nearest.ts';
import { proberOf, textOf } from './prober.ts';

/** How far a figure may move, the others as they are, before the grade is a worse one. */
export interface Margin {
  readonly measure: string;
  readonly direction: 'down' | 'up';
  readonly figure: string;
  /** The last figure that keeps the grade, and how far away it is. */
  readonly keeps: string;
  readonly room: string;
  /** The next one, and the grade it gives; null for none. */
  readonly loses: string;
  readonly grade: string | null;
}

const ways = [
  ['down', -1],
  ['up', 1],
] as const;

/**
 * What holds one above the grade below.
 * @returns undefined where there is no grade to lose, or others' figures decide it too.
 */
export function marginsOf(program: Program, table: Table, row: number): Margin[] | undefined {
  const prober = proberOf(program, table, row);
  if (prober === undefined || !Number.isFinite(prober.rank)) return undefined;
  return prober.movables.flatMap((movable) =>
    ways.flatMap(([direction, sign]): Margin[] => {
      const changed = (count: number) => new Map([[movable, movable.units + sign * count]]);
      const count = nearest(reachOf(movable), (units) => prober.probe(changed(units)).rank > prober.rank);
      if (count === undefined) return [];
      return [
        {
          measure: movable.measure,
          direction,
          figure: textOf(movable, movable.units),
          keeps: textOf(movable, movable.units + sign * (count - 1)),
          room: textOf(movable, count - 1),
          loses: textOf(movable, movable.units + sign * count),
          grade: prober.confirm(changed(count)).grade,
        },
      ];
    }),
  );
}
