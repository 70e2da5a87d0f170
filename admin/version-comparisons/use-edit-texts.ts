import { useMemo } from 'react';
import { useStages } from '../people/use-stages.ts';
import { useLanguage } from '../texts/use-language.ts';
import { useTexts } from '../texts/use-texts.ts';
import { editTexts, type BothVersions } from './both-versions.ts';
import { texts } from './texts.ts';

/** Says an edit in a sentence. */
export function useEditTexts(versions: BothVersions): (id: string) => string {
  const t = useTexts(texts);
  const language = useLanguage();
  const { name: stageName } = useStages();
  const found = useMemo(() => editTexts(versions, language, stageName), [versions, language, stageName]);
  return (id) => (found.get(id) ?? [id]).join(t.between);
}
