import { Box, Button, FormControl, InputLabel, MenuItem, Select, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { Loading, Title, useGetList } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { RunView } from '../../schemas/index.ts';
import { useCan } from '../api/use-can.ts';
import { ResultsTable } from '../runs/results-table.tsx';
import { EmptyState } from '../shared/empty-state.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { LoadFailed } from '../shared/load-failed.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { confirmedFirst } from './confirmed-first.ts';
import { texts } from './texts.ts';

/** The statements that the reader may see, of one run: the newest unless the address names another. */
export function StatementsList() {
  const t = useTexts(texts);
  const can = useCan();
  const { instant } = useFormat();
  const label = useId();
  const [search, setSearch] = useSearchParams();
  const { data, error, isPending, refetch } = useGetList<RunView>('runs', {
    sort: { field: 'startedAt', order: 'DESC' },
    pagination: { page: 1, perPage: 200 },
  });
  if (error !== null) {
    return <LoadFailed title={t.listNotThere} error={error} onRetry={() => void refetch()} />;
  }
  if (isPending) return <Loading />;
  const list = data ?? [];
  const chosen = list.find(({ id }) => id === search.get('run')) ?? confirmedFirst(list)[0];
  if (chosen === undefined) {
    const start = can('create', 'run') && (
      <Button component={Link} to="/runs/new" variant="contained">
        {t.toNewRun}
      </Button>
    );
    return (
      <Page>
        <EmptyState title={t.noRuns} text={t.noRunsHint} action={start || undefined} />
      </Page>
    );
  }
  const option = ({ run, state, startedAt }: RunView) =>
    fill(t.runOption, {
      period: run.period.id,
      state: t[state],
      at: startedAt === null ? run.id : instant(startedAt),
    });
  return (
    <Page>
      <Typography sx={{ maxWidth: 720 }}>{t.listHint}</Typography>
      <FormControl size="small" sx={{ maxWidth: 480 }}>
        <InputLabel id={label}>{t.chooseRun}</InputLabel>
        <Select
          labelId={label}
          label={t.chooseRun}
          value={chosen.id}
          onChange={(event) => setSearch({ run: event.target.value })}
        >
          {list.map((run) => (
            <MenuItem key={run.id} value={run.id}>
              {option(run)}
            </MenuItem>
          ))}
        </Select>
      </FormControl>
      <ResultsTable key={chosen.id} run={chosen} empty={t.noneOfYours} />
    </Page>
  );
}

function Page({ children }: { readonly children: ReactNode }) {
  const t = useTexts(texts);
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={t.statements} />
      <PageHeading>{t.statements}</PageHeading>
      {children}
    </Box>
  );
}
