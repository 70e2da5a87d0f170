import { useCallback, useState } from 'react';

/** What somebody is writing, kept over the end of a session until it is saved or given up. */
export function useDraft<T>(name: string): readonly [T | undefined, (draft: T | undefined) => void] {
  const key = `draft/${name}`;
  const [draft, setDraft] = useState<T | undefined>(() => {
    const kept = sessionStorage.getItem(key);
    return kept === null ? undefined : (JSON.parse(kept) as T);
  });
  const keep = useCallback(
    (next: T | undefined) => {
      setDraft(next);
      if (next === undefined) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(next));
    },
    [key],
  );
  return [draft, keep];
}
