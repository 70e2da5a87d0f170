import type { ImportNote } from '../../schemas/index.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** What an import is called: when it was, and its file; "form" is the server's own word for what was typed in. */
export function useImportText(): (note: ImportNote) => string {
  const t = useTexts(texts);
  const { instant } = useFormat();
  return ({ at, file }) =>
    [...(at === null ? [] : [instant(at)]), file === 'form' ? t.typedIn : file].join(' · ');
}
