import { Box, Button, Checkbox, Typography } from '@mui/material';
import { useState } from 'react';
import { useListContext } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { JobView, RunView } from '../../schemas/index.ts';
import { api } from '../api/client.ts';
import { FailedRequest } from '../shared/failed-request.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { inOrder } from './in-order.ts';
import { JobWatch } from './job-watch.tsx';
import { texts } from './texts.ts';

/** Chooses a run for a comparison. */
export function ChooseRun({ run: { id, run } }: { readonly run: RunView }) {
  const t = useTexts(texts);
  const { selectedIds, onToggleItem } = useListContext<RunView>();
  const name = fill(t.choose, { run: id, period: run.period.id });
  return (
    <Checkbox
      size="small"
      checked={selectedIds.includes(id)}
      onChange={() => onToggleItem(id)}
      slotProps={{ input: { 'aria-label': name } }}
    />
  );
}

/** Compares the two runs that are chosen; says so as long as it cannot. */
export function CompareRuns() {
  const t = useTexts(texts);
  const { data = [], selectedIds } = useListContext<RunView>();
  const chosen = inOrder(data.filter(({ id }) => selectedIds.includes(id)));
  const [before, after] = chosen;
  if (before === undefined) return null;
  if (after === undefined || chosen.length > 2) return <Hint text={t.selectTwo} />;
  if (before.run.period.id !== after.run.period.id) return <Hint text={t.comparePeriods} />;
  return <Compare key={`${before.id} ${after.id}`} before={before.id} after={after.id} />;
}

/** Has two runs compared, the earlier as before; then it leads to the comparison. */
function Compare({ before, after }: { readonly before: string; readonly after: string }) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const [job, setJob] = useState<JobView>();
  const [failed, setFailed] = useState<{ readonly error: unknown }>();
  const [sending, setSending] = useState(false);
  const start = async () => {
    setSending(true);
    setFailed(undefined);
    try {
      const { body } = await api<JobView>('POST', '/comparisons', { body: { before, after } });
      setJob(body);
    } catch (error) {
      setFailed({ error });
    } finally {
      setSending(false);
    }
  };
  return (
    <Box sx={{ p: 2, display: 'grid', gap: 1, justifyItems: 'start' }}>
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

function Hint({ text }: { readonly text: string }) {
  return (
    <Typography component="output" sx={{ display: 'block', p: 2 }}>
      {text}
    </Typography>
  );
}
