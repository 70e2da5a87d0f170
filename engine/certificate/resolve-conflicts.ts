import type { ActionRule, Conflict } from '../../schemas/index.ts';

/** Those of the actions that fired, in the order in which they count, that no conflict sets aside. */
export function withoutConflicts(
  fired: readonly ActionRule[],
  conflicts: readonly Conflict[],
): readonly ActionRule[] {
  let left = fired;
  for (const { types, keep } of conflicts) {
    const about = left.map(({ event }) => event.type).filter((type) => types.includes(type));
    if (new Set(about).size < 2) continue;
    const kept =
      keep === 'none' ? undefined : keep === 'priority' ? about[0] : types.find((t) => about.includes(t));
    left = left.filter(({ event: { type } }) => !types.includes(type) || type === kept);
  }
  return left;
}
