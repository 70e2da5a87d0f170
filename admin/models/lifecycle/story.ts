import type { ModelRevisionView, ModelVersionState } from '../../../schemas/index.ts';

/** What a revision was, next to the one before it. */
export type StoryStep = ModelVersionState | 'firstDraft' | 'back' | 'hearing' | 'hearingEnd';

export interface StoryLine {
  readonly revision: ModelRevisionView;
  readonly step: StoryStep;
}

/**
 * The steps in the life of a version; edits one after the other by the same person are one line.
 * @param revisions the last one first.
 */
export function storyOf(revisions: readonly ModelRevisionView[]): StoryLine[] {
  const lines: StoryLine[] = [];
  for (const [index, revision] of revisions.entries()) {
    const before = revisions[index + 1];
    const step = stepOf(revision, before);
    const last = lines.at(-1);
    const isSame = last?.step === 'draft' && step === 'draft' && last.revision.by?.id === revision.by?.id;
    if (!isSame) lines.push({ revision, step });
  }
  return lines;
}

function stepOf(revision: ModelRevisionView, before: ModelRevisionView | undefined): StoryStep {
  const isSameState = before?.state === revision.state;
  if (isSameState && before.hearing !== revision.hearing) return revision.hearing ? 'hearing' : 'hearingEnd';
  if (revision.state !== 'draft') return revision.state;
  if (before === undefined) return 'firstDraft';
  return before.state === 'draft' ? 'draft' : 'back';
}
