import { newestRevision, revise } from '../changes/revise.ts';
import type { Period, Pilot } from '../../schemas/index.ts';
import type { Change, Decision } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { settle } from './settle.ts';

/** What is to be decided, or the answer where there is nothing to decide any more. */
export type Considered<A> =
  | { readonly lock: string }
  | {
      readonly publish: {
        readonly key: string;
        readonly version: number;
        readonly draft: string;
        readonly from: string;
        readonly pastReason?: string;
        readonly pilot?: Pilot;
      };
    }
  | { readonly answer: A };

/**
 * Decides something about the periods of a cadence: that a run is locked, that a model holds from a period on. Each
 * would be wrong if the other came between its look at the store and its write, and no write spans both. So decisions
 * are made one after the other: the next one has the next number, which only one can have. Whoever makes it first does
 * what was decided before, and looks at the store after that; whoever lost the number looks again.
 * @param consider looks at the store, and says what is to be decided.
 * @returns the answer where nothing was decided; undefined where it was, and is done.
 */
export async function decide<A>(
  store: Store,
  cadence: Period['cadence'],
  change: Change,
  consider: () => Promise<Considered<A>>,
): Promise<A | undefined> {
  const decisions = store.collection('decisions');
  for (;;) {
    const last = await newestRevision(decisions, cadence);
    if (last !== undefined) await settle(store, last);
    const considered = await consider();
    if ('answer' in considered) return considered.answer;
    const outcome = await revise(decisions, cadence, last?.revision ?? 0, (id, revision): Decision =>
      'lock' in considered
        ? { id, revision, change, kind: 'lock', run: considered.lock }
        : { id, revision, change, kind: 'publication', ...considered.publish },
    );
    if (!('made' in outcome)) continue;
    await settle(store, outcome.made);
    return undefined;
  }
}
