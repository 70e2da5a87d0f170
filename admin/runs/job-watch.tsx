import { Alert, AlertTitle, Box, LinearProgress, Typography } from '@mui/material';
import { useEffect, useRef, type ReactNode } from 'react';
import { fill } from '../../locales/index.ts';
import type { JobView } from '../../schemas/index.ts';
import { useJob } from '../api/use-job.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

interface Props {
  readonly id: string;
  /** With {done} and {all}: people. */
  readonly template: string;
  readonly onDone: (job: JobView) => void;
  readonly failedTitle: string;
  /** What can be done once it failed. */
  readonly action?: ReactNode;
}

/** How far a job is, said aloud where somebody listens, until it ends. */
export function JobWatch({ id, template, onDone, failedTitle, action }: Props) {
  const t = useTexts(texts);
  const issueText = useIssueText();
  const job = useJob(id);
  const told = useRef(false);
  useEffect(() => {
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
  const { done = 0, all = 0 } = job?.progress ?? {};
  const text = job?.state === 'running' && all > 0 ? fill(template, { done, all }) : t.waiting;
  return (
    <Box sx={{ display: 'grid', gap: 1, minWidth: 240 }}>
      <Typography component="output">{text}</Typography>
      <LinearProgress
        aria-label={text}
        {...(all > 0 ? { variant: 'determinate' as const, value: Math.min(100, (done / all) * 100) } : {})}
      />
    </Box>
  );
}
