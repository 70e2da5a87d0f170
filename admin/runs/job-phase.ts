import type { JobView } from '../../schemas/index.ts';

/** Where a job is, as it is told: nothing is counted yet, it goes on, or it had to begin again. */
export interface JobPhase {
  readonly step: 'waiting' | 'preparing' | 'counting';
  /** The server stopped in between and took it up again. */
  readonly resumed: boolean;
  readonly done: number;
  readonly all: number;
}

export const unheard: JobPhase = { step: 'waiting', resumed: false, done: 0, all: 0 };

/** The phase after something was heard of a job: work only ever goes back where the server took it up anew. */
export function phaseAfter(before: JobPhase, { state, progress }: JobView): JobPhase {
  const { done = 0, all = 0 } = progress ?? {};
  const fellBack = before.step !== 'waiting' && (state === 'waiting' || done < before.done);
  return {
    step: state === 'waiting' ? 'waiting' : all === 0 ? 'preparing' : 'counting',
    resumed: before.resumed || fellBack,
    done,
    all,
  };
}
