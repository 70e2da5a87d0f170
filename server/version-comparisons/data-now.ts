import { hashOf } from '../../engine/index.ts';
import type { Model, Period } from '../../schemas/index.ts';
import { currentDefinitions } from '../definitions/definitions.ts';
import { lastCommit } from '../records/commits.ts';
import { earlierNow } from '../runs/earlier.ts';
import type { Store } from '../store/store.ts';

/** A hash of all that figures of these periods are made from, beside the models: it changes when anything of it does. */
export async function dataNow(
  store: Store,
  models: readonly Model[],
  periods: readonly Period[],
): Promise<string> {
  const definitions = [
    ...(await currentDefinitions(store, 'company')),
    ...(await currentDefinitions(store, 'dataset')),
  ];
  const earlier = [];
  for (const period of periods) earlier.push(await earlierNow(store, models, period));
  return hashOf({
    commit: await lastCommit(store),
    definitions: definitions.map(({ hash }) => hash).toSorted(),
    earlier,
  });
}
