import type { Store } from '../store/store.ts';

/** What everybody is called, by person id. */
export async function peopleNames(store: Store): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for await (const { id, name } of store.collection('people').scan()) names.set(id, name);
  return names;
}
