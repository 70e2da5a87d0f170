import { Alert, AlertTitle, Box, Button } from '@mui/material';
import { useState } from 'react';
import { fill } from '../../locales/index.ts';
import type { JobView } from '../../schemas/index.ts';
import { api } from '../api/client.ts';
import { useCan } from '../api/use-can.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useTexts } from '../texts/use-texts.ts';
import { FailedRequest } from '../shared/failed-request.tsx';
import { JobWatch } from './job-watch.tsx';
import { texts } from './texts.ts';

/** Has the server compute a run again from its hashes, and says whether every byte is the same. */
export function VerifyButton({ run }: { readonly run: string }) {
  const t = useTexts(texts);
  const can = useCan();
  const [job, setJob] = useState<JobView>();
  const [ended, setEnded] = useState<JobView>();
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState<{ readonly error: unknown }>();
  if (!can('verify', 'run')) return null;
  const start = async () => {
    setSending(true);
    setFailed(undefined);
    setEnded(undefined);
    try {
      const { body } = await api<JobView>('POST', `/runs/${encodeURIComponent(run)}/verification`, {
        idempotencyKey: crypto.randomUUID(),
      });
      setJob(body);
    } catch (error) {
      setFailed({ error });
    } finally {
      setSending(false);
    }
  };
  const done = (view: JobView) => {
    setEnded(view);
    setJob(undefined);
  };
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start', maxWidth: 480 }}>
      <Button variant="outlined" disabled={sending || job !== undefined} onClick={() => void start()}>
        {t.verify}
      </Button>
      {failed !== undefined && <FailedRequest title={t.verifyFailed} error={failed.error} />}
      {job !== undefined && (
        <JobWatch
          key={job.id}
          id={job.id}
          template={t.verifying}
          onDone={done}
          failedTitle={t.verifyFailed}
        />
      )}
      <Box component="output">{ended !== undefined && <Verdict job={ended} />}</Box>
    </Box>
  );
}

function Verdict({ job: { issues } }: { readonly job: JobView }) {
  const t = useTexts(texts);
  const issueText = useIssueText();
  if (issues.length === 0) return <Alert severity="success">{t.verified}</Alert>;
  return (
    <Alert severity="error">
      <AlertTitle>{fill(t.verifyDiffers, { count: issues.length })}</AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.5, overflowWrap: 'anywhere' }}>
        {issues.slice(0, 100).map((issue) => (
          <li key={JSON.stringify(issue)}>{issueText(issue)}</li>
        ))}
      </Box>
    </Alert>
  );
}
