import { explain } from '../../engine/index.ts';
import type { Receipt, Run } from '../../schemas/index.ts';
import type { Store } from '../store/store.ts';
import { pinsOfRun } from './pins-of-run.ts';
import { prepare } from './prepare.ts';

/** The receipts of a stored run, by subject, derived from what the run pinned; none where the store has lost that. */
export async function receiptsOfRun(store: Store, run: Run): Promise<Map<string, Receipt>> {
  const pins = await pinsOfRun(store, run);
  if ('issues' in pins) return new Map();
  const { judgings } = await prepare(store, pins);
  return new Map(
    judgings.flatMap(({ program, table }) =>
      table.subjects.map((subject, row) => [subject, explain(program, table, row)] as const),
    ),
  );
}
