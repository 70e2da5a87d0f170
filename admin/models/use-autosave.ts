import { useEffect, useEffectEvent } from 'react';

/** Long enough that not each pause in typing is a line in the log; what is typed is kept in the browser meanwhile. */
const quiet = 30_000;

/** Saves what is unsaved after a while without a change. */
export function useAutosave(isUnsaved: boolean, document: unknown, save: () => Promise<void>): void {
  const now = useEffectEvent((_document: unknown) => void save());
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const timer = setTimeout(() => now(document), quiet);
    return () => clearTimeout(timer);
  }, [isUnsaved, document]);
}
