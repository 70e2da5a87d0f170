import { useEffect, useState } from 'react';
import type { JobView } from '../../schemas/index.ts';
import { api } from './client.ts';

const again = 2000;

/** A job, as it goes on; undefined until something is heard of it. Where events do not come through, it is asked for. */
export function useJob(id: string | undefined): JobView | undefined {
  const [job, setJob] = useState<JobView>();
  useEffect(() => {
    if (id === undefined) return undefined;
    const path = `/jobs/${encodeURIComponent(id)}`;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const isOver = ({ state }: JobView) => state === 'done' || state === 'failed';
    const ask = async () => {
      try {
        const { body } = await api<JobView>('GET', path);
        if (over) return;
        setJob(body);
        if (isOver(body)) return;
      } catch {
        // The network may come back.
      }
      if (!over) timer = setTimeout(() => void ask(), again);
    };
    const events = new EventSource(`/api${path}/events`);
    events.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const heard = JSON.parse(data) as JobView;
      setJob(heard);
      if (isOver(heard)) events.close();
    });
    events.addEventListener('error', () => {
      events.close();
      void ask();
    });
    return () => {
      over = true;
      clearTimeout(timer);
      events.close();
    };
  }, [id]);
  return job?.id === id ? job : undefined;
}
