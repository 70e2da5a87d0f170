import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { JobView, Preflight } from '../../schemas/index.ts';
import { api } from '../api/client.ts';
import { useIdempotencyKey } from '../api/use-idempotency-key.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { FailedRequest } from '../shared/failed-request.tsx';
import { Findings } from './findings.tsx';
import { PreflightTables } from './preflight-tables.tsx';
import { texts } from './texts.ts';
import { useRunModels } from './use-run-models.ts';
import { useLoaded } from '../shared/use-loaded.ts';

interface Props {
  readonly period: string;
  readonly onStarted: (job: string) => void;
}

/** What a run of the period would be made from, what stands in its way, and its start. */
export function PreflightPanel({ period, onStarted }: Props) {
  const t = useTexts(texts);
  const label = useLabel();
  const { body, failed } = useLoaded<Preflight>(`/preflight?period=${encodeURIComponent(period)}`);
  const { modelName, stageName } = useRunModels(body?.models ?? []);
  if (failed !== undefined) return <FailedRequest title={t.preflightFailed} error={failed.error} />;
  if (body === undefined) return <Typography component="output">{t.checking}</Typography>;
  const judged = body.models.reduce((sum, { subjects }) => sum + subjects, 0);
  return (
    <Box component="section" aria-label={t.preflight} sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <Typography variant="h2">{t.preflight}</Typography>
      <Typography>{fill(t.subjects, { count: body.subjects, judged })}</Typography>
      {(body.locked === null || body.issues.length > 0) && (
        <Findings
          issues={body.issues}
          names={{
            dataset: (id) => {
              const dataset = body.datasets.find((one) => one.dataset === id);
              return dataset === undefined ? id : label(dataset.name);
            },
            model: modelName,
            stage: stageName,
          }}
        />
      )}
      <PreflightTables preflight={body} />
      <StartRun preflight={body} onStarted={onStarted} />
    </Box>
  );
}

function StartRun({ preflight, onStarted }: { readonly preflight: Preflight } & Pick<Props, 'onStarted'>) {
  const t = useTexts(texts);
  const key = useIdempotencyKey();
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState<{ readonly error: unknown }>();
  const { period, issues, same, locked } = preflight;
  const stopped = issues.some(({ severity }) => severity === 'error');
  const start = async () => {
    setSending(true);
    setFailed(undefined);
    try {
      const { body } = await api<JobView>('POST', '/runs', {
        body: { period: period.id },
        idempotencyKey: key,
      });
      onStarted(body.id);
    } catch (error) {
      setFailed({ error });
      setSending(false);
    }
  };
  return (
    <>
      {locked !== null && <Leading text={t.lockedPeriod} link={t.toLocked} run={locked} />}
      {locked === null && same !== null && <Leading text={t.same} link={t.toSame} run={same} />}
      {failed !== undefined && <FailedRequest title={t.startFailed} error={failed.error} />}
      {locked === null && (
        <Box>
          <Button variant="contained" size="large" disabled={stopped || sending} onClick={() => void start()}>
            {sending ? t.starting : fill(t.start, { period: period.id })}
          </Button>
        </Box>
      )}
    </>
  );
}

function Leading({
  text,
  link,
  run,
}: {
  readonly text: string;
  readonly link: string;
  readonly run: string;
}) {
  return (
    <Alert
      severity="info"
      action={
        <Button component={Link} to={`/runs/${encodeURIComponent(run)}`} color="inherit" size="small">
          {link}
        </Button>
      }
    >
      {text}
    </Alert>
  );
}
