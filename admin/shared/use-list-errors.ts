import { useMemo } from 'react';
import { useNotify } from 'react-admin';
import { issuesOf } from '../api/client.ts';
import { useIssueText } from '../texts/use-issue-text.ts';

/** For a list's queryOptions: what went wrong is told in words, where react-admin would show the error's codes. */
export function useListErrors(): { readonly onError: (error: unknown) => void } {
  const notify = useNotify();
  const issueText = useIssueText();
  return useMemo(
    () => ({
      onError(error) {
        const text = issuesOf(error)
          .map((issue) => issueText(issue))
          .join(' ');
        notify(text, { type: 'error' });
      },
    }),
    [notify, issueText],
  );
}
