import { Box, LinearProgress, MenuItem, TextField, Typography, Alert } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Title } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { api } from '../api/client.ts';
import { useCan } from '../api/use-can.ts';
import { useMe } from '../api/use-me.ts';
import type { HomeView } from '../../schemas/index.ts';
import { LoadFailed } from '../shared/load-failed.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { DataCard } from './data-card.tsx';
import { LinksCard } from './links-card.tsx';
import { OwnCard } from './own-card.tsx';
import { RunCard } from './run-card.tsx';
import { texts } from './texts.ts';
import { WaitingCard } from './waiting-card.tsx';

/** How long to wait before asking again for what is being counted. */
const countingMs = 800;

/** What a person sees first: the period, the data, the last run, and what waits for them. */
export function HomePage() {
  const t = useTexts(texts);
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const period = search.get('period') ?? undefined;
  const {
    data: home,
    error,
    refetch,
  } = useQuery({
    queryKey: ['home', period],
    queryFn: async () => (await api<HomeView>('GET', '/home', { query: { period } })).body,
    refetchInterval: ({ state }) => (state.data?.counting === true ? countingMs : false),
  });
  const can = useCan();
  const isSeller = me?.grants.some(({ role }) => role === 'seller') ?? false;
  // A seller's own result says what a run of one person would.
  const seesOthers = can('read', 'result') && (me?.grants.some(({ role }) => role !== 'seller') ?? false);
  const decides = can('create', 'run') || can('publish', 'model') || can('lock', 'run');
  return (
    <Box sx={{ display: 'grid', gap: 2, mt: 1, maxWidth: 1200, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={t.home} />
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="h1">{t.home}</Typography>
        {home?.period && (isSeller || seesOthers || decides) && (
          <TextField
            select
            label={t.period}
            value={home.period.id}
            sx={{ width: 160 }}
            fullWidth={false}
            onChange={(event) => setSearch({ period: event.target.value })}
          >
            {[...new Set([home.period.id, ...home.periods])].map((id) => (
              <MenuItem key={id} value={id}>
                {id}
              </MenuItem>
            ))}
          </TextField>
        )}
      </Box>
      {error !== null && (
        <LoadFailed heading="h2" title={t.loadFailed} error={error} onRetry={() => void refetch()} />
      )}
      {home === undefined && error === null && (
        <Box>
          <Typography component="output">{t.loading}</Typography>
          <LinearProgress aria-label={t.loading} />
        </Box>
      )}
      {home !== undefined && home.period === null && seesOthers && (
        <Alert severity="info">{t.noPeriod}</Alert>
      )}
      {home !== undefined && (
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
          }}
        >
          {isSeller && <OwnCard own={home.own} run={home.run} />}
          {decides && <WaitingCard home={home} />}
          {seesOthers && <RunCard home={home} />}
          {(home.preflight !== null || home.counting) && <DataCard preflight={home.preflight} />}
          <LinksCard />
        </Box>
      )}
    </Box>
  );
}
