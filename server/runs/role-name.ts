import type { Labels, Run } from '../../schemas/index.ts';
import { definitionByHash } from '../definitions/definitions.ts';
import type { Store } from '../store/store.ts';

/** What a role is called by the datasets that a run was made from; undefined where none of them names it. */
export async function roleName(store: Store, run: Run, role: string | null): Promise<Labels | undefined> {
  if (role === null) return undefined;
  for (const hash of Object.values(run.datasets)) {
    const dataset = await definitionByHash(store, 'dataset', hash);
    const placement = dataset?.placement;
    if (dataset === undefined || placement?.kind !== 'peopleInTeams') continue;
    const column = dataset.columns.find(({ id }) => id === placement.role);
    const choice = column?.type === 'choice' ? column.choices.find(({ value }) => value === role) : undefined;
    if (choice?.name !== undefined) return choice.name;
  }
  return undefined;
}
