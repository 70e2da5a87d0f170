import { Alert, AlertTitle, Box, LinearProgress, Typography } from '@mui/material';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { fill } from '../../locales/index.ts';
import type { JobView } from '../../schemas/index.ts';
import { ApiProblem } from '../api/client.ts';
import { useJob } from '../api/use-job.ts';
import { FailedRequest } from '../shared/failed-request.tsx';
import { useLoaded } from '../shared/use-loaded.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useTexts } from '../texts/use-texts.ts';
import { phaseAfter, unheard } from './job-phase.ts';
import { texts } from './texts.ts';

interface Props {
  readonly id: string;
  /** With {done} and {all}: people. */
  readonly template: string;
  readonly onDone: (job: JobView) => void;
  readonly failedTitle: string;
  /** What can be done once it failed. */
  readonly action?: ReactNode;
  /** What is good to know as long as it goes on. */
  readonly hint?: string;
}

/** How far a job is, said aloud where somebody listens, until it ends. */
export function JobWatch({ id, template, onDone, failedTitle, action, hint }: Props) {
  const t = useTexts(texts);
  const issueText = useIssueText();
  const job = useJob(id);
  const { failed } = useLoaded<JobView>(`/jobs/${encodeURIComponent(id)}`);
  const told = useRef(false);
  const [phase, setPhase] = useState(unheard);
  useEffect(() => {
    if (job !== undefined) setPhase((before) => phaseAfter(before, job));
    if (job?.state !== 'done' || told.current) return;
    told.current = true;
    onDone(job);
  }, [job, onDone]);
  if (job?.state === 'failed') {
    return (
      <Alert severity="error" role="alert" action={action}>
        <AlertTitle>{failedTitle}</AlertTitle>
        {job.issues.map((issue) => issueText(issue)).join(' ')}
      </Alert>
    );
  }
  // The network comes back; a job that is not there, or is somebody else's, does not.
  if (job === undefined && failed?.error instanceof ApiProblem && failed.error.status >= 400) {
    return (
      <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
        <FailedRequest title={failedTitle} error={failed.error} />
        {action}
      </Box>
    );
  }
  const { step, resumed, done, all } = phase;
  const text = step === 'counting' ? fill(template, { done, all }) : t[step];
  return (
    <Box sx={{ display: 'grid', gap: 1, minWidth: 240 }}>
      <Typography component="output">{text}</Typography>
      <LinearProgress
        aria-label={text}
        {...(all > 0 ? { variant: 'determinate' as const, value: Math.min(100, (done / all) * 100) } : {})}
      />
      {hint !== undefined && <Typography color="text.secondary">{hint}</Typography>}
      {resumed && <Alert severity="info">{t.resumed}</Alert>}
    </Box>
  );
}
