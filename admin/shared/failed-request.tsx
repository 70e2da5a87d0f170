import { Alert, AlertTitle } from '@mui/material';
import { issuesOf } from '../api/client.ts';
import { useIssueText } from '../texts/use-issue-text.ts';

interface Props {
  readonly title: string;
  readonly error: unknown;
}

/** That a request was refused or did not arrive, and why. */
export function FailedRequest({ title, error }: Props) {
  const issueText = useIssueText();
  return (
    <Alert severity="error" role="alert">
      <AlertTitle>{title}</AlertTitle>
      {issuesOf(error)
        .map((issue) => issueText(issue))
        .join(' ')}
    </Alert>
  );
}
