import { Box, LinearProgress, Typography } from '@mui/material';
import { fill } from '../../locales/index.ts';
import type { JobView } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

interface Props {
  readonly job: JobView | undefined;
  /** With {done}: the rows so far. */
  readonly template: string;
}

/** How far an import is; said aloud where somebody listens. */
export function JobProgress({ job, template }: Props) {
  const t = useTexts(texts);
  const { done = 0, all = 0 } = job?.progress ?? {};
  return (
    <Box role="status">
      <Typography>{job?.state === 'running' ? fill(template, { done }) : t.waiting}</Typography>
      <LinearProgress
        aria-label={fill(template, { done })}
        {...(all > 0 ? { variant: 'determinate' as const, value: Math.min(100, (done / all) * 100) } : {})}
      />
    </Box>
  );
}
