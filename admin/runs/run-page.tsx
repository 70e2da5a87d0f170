import { Alert, Box, Button, Typography } from '@mui/material';
import { Loading, Title, useGetOne } from 'react-admin';
import { useParams } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { RunView } from '../../schemas/index.ts';
import { useCan } from '../api/use-can.ts';
import { LoadFailed } from '../shared/load-failed.tsx';
import { lastDay } from '../shared/period-days.ts';
import { useZoneName } from '../shared/use-zone-name.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { CertificateNote } from './certificate-note.tsx';
import { CompareWith } from './compare-with.tsx';
import { DistributionPanel } from './distribution-panel.tsx';
import { LockButton } from './lock-button.tsx';
import { ResultsTable } from './results-table.tsx';
import { RunSummary } from './run-summary.tsx';
import { texts } from './texts.ts';
import { useVerification } from './use-verification.ts';
import { VerificationPanel } from './verification-panel.tsx';

/** A run: what it was made from, what came of it, whether it is confirmed. */
export function RunPage() {
  const t = useTexts(texts);
  const { id = '' } = useParams();
  const { data, error, refetch } = useGetOne<RunView>('runs', { id }, { retry: false });
  if (error !== null) return <LoadFailed title={t.notThere} error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return <RunShown key={data.id} run={data} onChanged={() => void refetch()} />;
}

function RunShown({ run, onChanged }: { readonly run: RunView; readonly onChanged: () => void }) {
  const t = useTexts(texts);
  const can = useCan();
  const zone = useZoneName();
  const verification = useVerification(run.id);
  const { period } = run.run;
  const days = { from: period.start, to: lastDay(period.end), zone: zone(period.timeZone) };
  return (
    <Box sx={{ display: 'grid', gap: 3, minWidth: 0, pt: 2, mb: 4 }}>
      <Title title={fill(t.ofPeriod, { period: period.id })} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, justifyContent: 'space-between' }}>
        <Box>
          <Typography variant="h1">{fill(t.ofPeriod, { period: period.id })}</Typography>
          <Typography color="text.secondary">{fill(t.days, days)}</Typography>
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'start' }}>
          {can('verify', 'run') && (
            <Button variant="outlined" disabled={verification.busy} onClick={verification.start}>
              {t.verify}
            </Button>
          )}
          <LockButton run={run} onLocked={onChanged} />
        </Box>
      </Box>
      <VerificationPanel verification={verification} />
      <StateBanner run={run} />
      <RunSummary run={run} />
      <CertificateNote certificates={run.run.certificates} models={run.models} />
      <DistributionPanel run={run} />
      <Box component="section" aria-label={t.results} sx={{ minWidth: 0 }}>
        <Typography variant="h2">{t.results}</Typography>
        <ResultsTable run={run} />
      </Box>
      <CompareWith run={run} />
    </Box>
  );
}

function StateBanner({ run: { state, lockedBy, lockedAt, reason } }: { readonly run: RunView }) {
  const t = useTexts(texts);
  const { instant } = useFormat();
  if (state === 'open') return <Alert severity="info">{t.openBanner}</Alert>;
  if (state === 'superseded') return <Alert severity="warning">{t.supersededBanner}</Alert>;
  if (lockedAt === null) return <Alert severity="success">{t.lockedBannerPlain}</Alert>;
  const name = lockedBy === null ? t.commandLine : (lockedBy.name ?? t.nameErased);
  return (
    <Alert severity="success">
      {fill(t.lockedBanner, { name, at: instant(lockedAt), reason: reason ?? '' })}
    </Alert>
  );
}
