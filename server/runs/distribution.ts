import type { Caller } from '../../engine/access/can.ts';
import type { Distribution, GradeCount } from '../../schemas/index.ts';
import type { Store } from '../store/store.ts';
import { both, reachable } from './reach.ts';

/** How many of each grade there are, of those whose results the reader may see. */
export async function distributionOf(
  store: Store,
  run: string,
  caller: Caller | undefined,
): Promise<Distribution> {
  const results = store.collection('results');
  const reach = reachable(caller);
  const where = reach === undefined ? undefined : both({ run }, reach);
  if (where === undefined) return { run, total: 0, counts: [] };
  const counts: GradeCount[] = [];
  for (const { value: model } of await results.countBy('model', where)) {
    for (const { value: team } of await results.countBy('team', { ...where, model })) {
      const stages = await results.countBy('stage', { ...where, model, team });
      const grades = await results.countBy('grade', { ...where, model, team });
      const place = { model: model!, team: team!, stage: stages[0]?.value ?? '' };
      counts.push(...grades.map(({ value: grade, count }) => ({ ...place, grade, count })));
    }
  }
  return { run, total: counts.reduce((sum, { count }) => sum + count, 0), counts };
}
