import { useCallback, useState } from 'react';

/**
 * What somebody is writing, kept over the end of a session until it is saved or given up.
 * @param storage with the tab, or with the browser, where a closed tab is to be restored.
 */
export function useDraft<T>(
  name: string,
  storage: Storage = sessionStorage,
): readonly [T | undefined, (draft: T | undefined) => void] {
  const key = `draft/${name}`;
  const [draft, setDraft] = useState<T | undefined>(() => {
    const kept = storage.getItem(key);
    return kept === null ? undefined : (JSON.parse(kept) as T);
  });
  const keep = useCallback(
    (next: T | undefined) => {
      setDraft(next);
      if (next === undefined) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify(next));
    },
    [key, storage],
  );
  return [draft, keep];
}
