import { useState } from 'react';
import type { JobView } from '../../schemas/index.ts';
import { api } from '../api/client.ts';

/** A verification of a run: being asked for, under way, ended, or refused. */
export interface Verification {
  readonly busy: boolean;
  /** Under way. */
  readonly job: JobView | undefined;
  readonly ended: JobView | undefined;
  readonly failed: { readonly error: unknown } | undefined;
  start(): void;
  end(job: JobView): void;
}

/** Has the server compute a run again from its hashes. */
export function useVerification(run: string): Verification {
  const [job, setJob] = useState<JobView>();
  const [ended, setEnded] = useState<JobView>();
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState<{ readonly error: unknown }>();
  const ask = async () => {
    setSending(true);
    setFailed(undefined);
    setEnded(undefined);
    setJob(undefined);
    try {
      const { body } = await api<JobView>('POST', `/runs/${encodeURIComponent(run)}/verification`);
      setJob(body);
    } catch (error) {
      setFailed({ error });
    } finally {
      setSending(false);
    }
  };
  return {
    busy: sending || job !== undefined,
    job,
    ended,
    failed,
    start: () => void ask(),
    end(view) {
      setEnded(view);
      setJob(undefined);
    },
  };
}
