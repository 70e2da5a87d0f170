import { Alert, AlertTitle, Button } from '@mui/material';
import { issuesOf } from '../api/client.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './load-failed-texts.ts';

interface Props {
  readonly title: string;
  readonly error: unknown;
  readonly onRetry: () => void;
  /** Of the page, where nothing else heads it. */
  readonly heading?: 'h1' | 'h2';
}

/** That something could not be loaded, why, and a way to try again. */
export function LoadFailed({ title, error, onRetry, heading = 'h1' }: Props) {
  const t = useTexts(texts);
  const issueText = useIssueText();
  return (
    <Alert
      severity="error"
      role="alert"
      action={
        <Button color="inherit" size="small" onClick={onRetry}>
          {t.retry}
        </Button>
      }
    >
      <AlertTitle component={heading}>{title}</AlertTitle>
      {issuesOf(error)
        .map((issue) => issueText(issue))
        .join(' ')}
    </Alert>
  );
}
