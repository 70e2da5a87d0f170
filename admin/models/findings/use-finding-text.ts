import type { Issue } from '../../../schemas/index.ts';
import { useIssueText } from '../../texts/use-issue-text.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { texts } from './texts.ts';

/**
 * What a finding says; of a decimal, how one is written rather than the pattern that it must match. Characters of a
 * formula are counted from 1, as people count.
 */
export function useFindingText(): (issue: Issue) => string {
  const t = useTexts(texts);
  const issueText = useIssueText();
  return (issue) => {
    const pattern = issue.code === 'schema.pattern' ? String(issue.params?.['pattern'] ?? '') : '';
    if (pattern.startsWith('^-?')) return t.notDecimal;
    const at = issue.params?.['at'];
    return issueText(typeof at === 'number' ? { ...issue, params: { ...issue.params, at: at + 1 } } : issue);
  };
}
