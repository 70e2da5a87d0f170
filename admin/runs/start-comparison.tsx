import { Box, Button, type ButtonProps } from '@mui/material';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { JobView } from '../../schemas/index.ts';
import { api } from '../api/client.ts';
import { useIdempotencyKey } from '../api/use-idempotency-key.ts';
import { FailedRequest } from '../shared/failed-request.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { JobWatch } from './job-watch.tsx';
import { texts } from './texts.ts';

interface Props {
  readonly before: string;
  readonly after: string;
  readonly label: string;
  readonly variant: ButtonProps['variant'];
  /** What the button says where its label alone does not say which runs. */
  readonly name?: string;
}

/** Has two runs compared, the earlier as before; then it leads to the comparison. */
export function StartComparison({ before, after, label, variant, name }: Props) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const key = useIdempotencyKey();
  const [job, setJob] = useState<JobView>();
  const [failed, setFailed] = useState<{ readonly error: unknown }>();
  const [sending, setSending] = useState(false);
  const start = async () => {
    setSending(true);
    setFailed(undefined);
    try {
      const { body } = await api<JobView>('POST', '/comparisons', {
        body: { before, after },
        idempotencyKey: key,
      });
      setJob(body);
    } catch (error) {
      setFailed({ error });
    } finally {
      setSending(false);
    }
  };
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      {failed !== undefined && <FailedRequest title={t.compareFailed} error={failed.error} />}
      {job === undefined ? (
        <Button
          variant={variant}
          size="small"
          disabled={sending}
          {...(name !== undefined && { 'aria-label': name })}
          onClick={() => void start()}
        >
          {label}
        </Button>
      ) : (
        <JobWatch
          id={job.id}
          template={t.comparing}
          onDone={({ made }) => made !== null && void navigate(`/comparisons/${encodeURIComponent(made)}`)}
          failedTitle={t.compareFailed}
        />
      )}
    </Box>
  );
}
