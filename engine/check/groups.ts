import type { Issue, Model } from '../../schemas/index.ts';
import { errorAt } from './issues.ts';

/** Parents that are not there, or that lead back to the group itself. */
export function checkGroups({ groups }: Model): Issue[] {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  return groups.flatMap(({ id, parent }, index) => {
    const pointer = `/groups/${index}/parent`;
    if (parent === undefined) return [];
    if (!parents.has(parent)) return [errorAt('group.unknown', pointer, { group: parent })];
    const seen = new Set([id]);
    for (let next: string | undefined = parent; next !== undefined; next = parents.get(next)) {
      if (seen.has(next)) return [errorAt('group.cycle', pointer, { group: id })];
      seen.add(next);
    }
    return [];
  });
}
