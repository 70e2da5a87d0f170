import { Alert, AlertTitle, Box, Button } from '@mui/material';
import { fill } from '../../locales/index.ts';
import type { JobView } from '../../schemas/index.ts';
import { FailedRequest } from '../shared/failed-request.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useTexts } from '../texts/use-texts.ts';
import { JobWatch } from './job-watch.tsx';
import { texts } from './texts.ts';
import type { Verification } from './use-verification.ts';

/** How far a verification is, and whether every byte is the same; nothing before it was asked for. */
export function VerificationPanel({
  verification: { job, ended, failed, start, end },
}: {
  readonly verification: Verification;
}) {
  const t = useTexts(texts);
  return (
    <Box sx={{ display: 'grid', gap: 1, '&:empty': { display: 'none' } }}>
      {failed !== undefined && <FailedRequest title={t.verifyFailed} error={failed.error} />}
      {job !== undefined && (
        <JobWatch
          key={job.id}
          id={job.id}
          template={t.verifying}
          onDone={end}
          failedTitle={t.verifyFailed}
          action={
            <Button color="inherit" onClick={start}>
              {t.verifyAgain}
            </Button>
          }
        />
      )}
      {ended !== undefined && <Verdict job={ended} />}
    </Box>
  );
}

function Verdict({ job: { issues, at } }: { readonly job: JobView }) {
  const t = useTexts(texts);
  const issueText = useIssueText();
  const { instant } = useFormat();
  if (issues.length === 0) {
    return (
      <Alert severity="success" role="status">
        <AlertTitle>{fill(t.verified, { at: instant(at) })}</AlertTitle>
        {t.verifiedHint}
      </Alert>
    );
  }
  return (
    <Alert severity="error" role="alert">
      <AlertTitle>{fill(t.verifyDiffers, { count: issues.length })}</AlertTitle>
      {t.verifyDiffersHint}
      <Box component="ul" sx={{ m: 0, pl: 2.5, overflowWrap: 'anywhere' }}>
        {issues.slice(0, 100).map((issue) => (
          <li key={JSON.stringify(issue)}>{issueText(issue)}</li>
        ))}
      </Box>
    </Alert>
  );
}
