import { keptOf, modelVersionAt, reviseVersion } from '../models/versions.ts';
import { writeLock } from '../runs/write-lock.ts';
import type { Decision } from '../store/documents.ts';
import type { Store } from '../store/store.ts';

/**
 * Does what was decided; done again, or by several at once, it is done once. A publication comes to nothing where its
 * draft was changed meanwhile.
 */
export async function settle(store: Store, decision: Decision): Promise<void> {
  const { change } = decision;
  if (decision.kind === 'lock') {
    const run = await store.collection('runs').get(decision.run);
    if (run !== undefined) await writeLock(store, run, change);
    return;
  }
  const { key, version, from, pastReason, pilot } = decision;
  const draft = await modelVersionAt(store, decision.draft);
  if (draft === undefined) return;
  const past = {
    ...(pastReason !== undefined && { pastReason }),
    ...(pilot !== undefined && { pilot }),
  };
  const content = { ...keptOf(draft), ...past, state: 'published' as const, from };
  await reviseVersion(store, key, version, draft, content, change);
}

/** Does what was decided last, where the process that decided it ended before it was done. */
export async function settleLast(store: Store): Promise<void> {
  const last = new Map<string, Decision>();
  for await (const decision of store.collection('decisions').scan()) {
    last.set(decision.id.slice(0, decision.id.lastIndexOf('/')), decision);
  }
  for (const decision of last.values()) await settle(store, decision);
}
