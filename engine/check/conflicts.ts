import type { Issue, Model } from '../../schemas/index.ts';
import { errorAt, repeated } from './issues.ts';

/** Conflicts are between types, each named once, that actions of the model have. */
export function checkConflicts({ actions = [], conflicts = [] }: Model): Issue[] {
  const known = new Set(actions.map(({ event }) => event.type));
  return conflicts.flatMap(({ types }, index) => {
    const at = (place: number) => `/conflicts/${index}/types/${place}`;
    return [
      ...types.flatMap((type, place) =>
        known.has(type) ? [] : [errorAt('conflict.unknownType', at(place), { type })],
      ),
      ...repeated(types, (type) => type, 'conflict.typeRepeated', at),
    ];
  });
}
