import { Alert, Box, MenuItem, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Title } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { api, issuesOf } from '../api/client.ts';
import { useMe } from '../api/use-me.ts';
import type { HomeView } from '../../schemas/index.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useTexts } from '../texts/use-texts.ts';
import { DataCard } from './data-card.tsx';
import { OwnCard } from './own-card.tsx';
import { RunCard } from './run-card.tsx';
import { texts } from './texts.ts';
import { WaitingCard } from './waiting-card.tsx';

/** What a person sees first: the period, the data, the last run, and what waits for them. */
export function HomePage() {
  const t = useTexts(texts);
  const me = useMe();
  const issueText = useIssueText();
  const [search, setSearch] = useSearchParams();
  const period = search.get('period') ?? undefined;
  const { data: home, error } = useQuery({
    queryKey: ['home', period],
    queryFn: async () => (await api<HomeView>('GET', '/home', { query: { period } })).body,
  });
  const judges = me?.grants.some(({ role }) => role !== 'seller') ?? false;
  const isSeller = me?.grants.some(({ role }) => role === 'seller') ?? false;
  return (
    <Box sx={{ display: 'grid', gap: 2, mt: 1, maxWidth: 1200 }}>
      <Title title={t.home} />
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="h1">{t.home}</Typography>
        {home?.period && (
          <TextField
            select
            label={t.period}
            value={home.period.id}
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
      {error !== null &&
        issuesOf(error).map((issue) => (
          <Alert key={issue.code} severity="error">
            {issueText(issue)}
          </Alert>
        ))}
      {home !== undefined && home.period === null && <Alert severity="info">{t.noPeriod}</Alert>}
      {home !== undefined && (
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
          }}
        >
          {isSeller && <OwnCard own={home.own} />}
          {judges && <WaitingCard home={home} />}
          {judges && <RunCard home={home} />}
          {home.preflight !== null && <DataCard preflight={home.preflight} />}
        </Box>
      )}
    </Box>
  );
}
