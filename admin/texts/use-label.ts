import type { Labels } from '../../schemas/index.ts';
import { useLanguage } from './use-language.ts';

/** What people call a thing of the company's own, in the reader's language. */
export function useLabel(): (labels: Labels) => string {
  const language = useLanguage();
  return (labels) => labels[language];
}
