import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useListContext } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { JobView, RunView } from '../../schemas/index.ts';
import { api } from '../api/client.ts';
import { useTexts } from '../texts/use-texts.ts';
import { FailedRequest } from '../shared/failed-request.tsx';
import { inOrder } from './in-order.ts';
import { JobWatch } from './job-watch.tsx';
import { texts } from './texts.ts';

/** Compares the two selected runs, the earlier as before; then it leads to the comparison. */
export function CompareRuns() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const { data = [], selectedIds } = useListContext<RunView>();
  const [job, setJob] = useState<JobView>();
  const [failed, setFailed] = useState<{ readonly error: unknown }>();
  const [sending, setSending] = useState(false);
  const chosen = data.filter(({ id }) => selectedIds.includes(id));
  const [before, after] = inOrder(chosen);
  if (chosen.length !== 2 || before === undefined || after === undefined) return t.selectTwo;
  if (before.run.period.id !== after.run.period.id) return t.comparePeriods;

  const start = async () => {
    setSending(true);
    setFailed(undefined);
    try {
      const { body } = await api<JobView>('POST', '/comparisons', {
        body: { before: before.id, after: after.id },
        idempotencyKey: crypto.randomUUID(),
      });
      setJob(body);
    } catch (error) {
      setFailed({ error });
    } finally {
      setSending(false);
    }
  };
  return (
    <Box>
      {failed !== undefined && <FailedRequest title={t.compareFailed} error={failed.error} />}
      {job === undefined ? (
        <Button variant="contained" disabled={sending} onClick={() => void start()}>
          {t.compare}
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
