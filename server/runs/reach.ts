import { reachOf, type Caller } from '../../engine/access/can.ts';
import type { Where } from '../store/store.ts';

/** What of the results somebody may see, as a filter over stored results; undefined where nothing. */
export function reachable(caller: Caller | undefined): Where | undefined {
  const reach = reachOf(caller, 'read', 'result');
  if (reach === undefined) return undefined;
  if (reach.scope === 'all') return {};
  return reach.scope === 'team' ? { team: reach.teams } : { subject: caller!.person };
}

/** Both filters at once; undefined where nothing can fit. */
export function both(a: Where, b: Where): Where | undefined {
  const joined: Record<string, string | null | readonly string[]> = { ...a };
  for (const [field, wanted] of Object.entries(b)) {
    const other = joined[field];
    if (other === undefined) {
      joined[field] = wanted;
      continue;
    }
    const list = [wanted].flat().filter((value) => [other].flat().includes(value));
    if (list.length === 0) return undefined;
    joined[field] = list as readonly string[];
  }
  return Object.values(joined).some((wanted) => Array.isArray(wanted) && wanted.length === 0)
    ? undefined
    : joined;
}
