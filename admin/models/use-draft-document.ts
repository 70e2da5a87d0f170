import { useEffect, useState } from 'react';
import type { Model, ModelVersionView } from '../../schemas/index.ts';
import { useMe } from '../api/use-me.ts';
import { useDraft } from '../shared/use-draft.ts';
import { sameJson } from '../../engine/difference/changes.ts';

/** What somebody is writing, and over what. */
interface Typed {
  /** The revision and the document that stood there when they began. */
  readonly revision: number;
  readonly over: Model;
  readonly document: Model;
}

/** A draft as it stands on the screen. */
export interface DraftDocument {
  readonly document: Model;
  /** Whether something is typed that is not saved. */
  readonly unsaved: boolean;
  /** Whether it was typed before this page was opened. */
  readonly restored: boolean;
  /** What stood there when they began to type, where somebody else has saved something since. */
  readonly overtaken: Model | undefined;
  readonly change: (document: Model) => void;
  readonly discard: () => void;
  /** Takes a document over what stands there now: what both sides made of it, brought together. */
  readonly rebase: (document: Model) => void;
}

/** What is still typed for a version that is no draft any more; undefined where nothing is. */
export function useLeftOver(id: string): readonly [Model | undefined, () => void] {
  const [typed, keep] = useDraft<Typed>(draftName(useMe()?.person ?? '', id), localStorage);
  return [typed?.document, () => keep(undefined)];
}

/** Of each person their own: a browser may be shared. */
const draftName = (person: string, id: string) => `model-draft/${person}/${id}`;

/** The document of a draft with what is typed over it, which is kept over a reload and the end of a session. */
export function useDraftDocument(version: ModelVersionView): DraftDocument {
  const [kept, keep] = useDraft<Typed>(draftName(useMe()?.person ?? '', version.id), localStorage);
  // What was saved, though the answer got lost, is typed no more.
  const typed = kept !== undefined && sameJson(kept.document, version.document) ? undefined : kept;
  const [restored] = useState(typed !== undefined);
  const unsaved = typed !== undefined;
  useEffect(() => {
    if (!unsaved) return undefined;
    // The text is kept in the browser all the same; whoever closes the tab is asked.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  const overtaken = typed !== undefined && typed.revision !== version.revision;
  return {
    document: typed?.document ?? version.document,
    unsaved,
    restored: restored && unsaved,
    overtaken: overtaken ? typed.over : undefined,
    change(document) {
      // Typed back to what is saved: nothing is left to save.
      if (!overtaken && sameJson(document, version.document)) keep(undefined);
      else
        keep({
          revision: typed?.revision ?? version.revision,
          over: typed?.over ?? version.document,
          document,
        });
    },
    discard: () => keep(undefined),
    rebase(document) {
      keep({ revision: version.revision, over: version.document, document });
    },
  };
}
