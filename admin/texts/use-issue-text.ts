import { issueText } from '../../locales/index.ts';
import type { Issue } from '../../schemas/index.ts';
import { useLanguage } from './use-language.ts';

/** What an issue says, in the reader's language. */
export function useIssueText(): (issue: Issue) => string {
  const language = useLanguage();
  return ({ code, column, params }) => issueText(language, code, { column, ...params });
}
