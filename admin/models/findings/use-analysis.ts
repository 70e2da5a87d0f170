import { useEffect, useState } from 'react';
import { analyse } from '../../../engine/index.ts';
import type { Issue, Model } from '../../../schemas/index.ts';

/** Analysis takes longer than a check: it waits for a pause in typing. */
const pause = 400;
const none: readonly Issue[] = [];

/** What is allowed in a document and most likely not meant; nothing while it is not known yet. */
export function useAnalysis(document: Model): readonly Issue[] {
  const [found, setFound] = useState<{ readonly of: Model; readonly issues: readonly Issue[] }>();
  useEffect(() => {
    const timer = setTimeout(() => setFound({ of: document, issues: analyse(document) }), pause);
    return () => clearTimeout(timer);
  }, [document]);
  return found?.of === document ? found.issues : none;
}
