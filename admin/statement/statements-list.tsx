import { FormControl, InputLabel, MenuItem, Select, Box, Typography } from '@mui/material';
import { useId } from 'react';
import { Loading, Title, useGetList } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { RunView } from '../../schemas/index.ts';
import { ResultsTable } from '../runs/results-table.tsx';
import { EmptyState } from '../shared/empty-state.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** The statements that the reader may see, of one run: the newest unless the address names another. */
export function StatementsList() {
  const t = useTexts(texts);
  const { instant } = useFormat();
  const label = useId();
  const [search, setSearch] = useSearchParams();
  const { data: runs, isPending } = useGetList<RunView>('runs', {
    sort: { field: 'startedAt', order: 'DESC' },
    pagination: { page: 1, perPage: 200 },
  });
  if (isPending) return <Loading />;
  const list = runs ?? [];
  const chosen = list.find(({ id }) => id === search.get('run')) ?? confirmedFirst(list)[0];
  if (chosen === undefined) {
    return (
      <>
        <PageHeading>{t.statements}</PageHeading>
        <EmptyState title={t.noRuns} text={t.noRunsHint} />
      </>
    );
  }
  const option = ({ run, state, startedAt }: RunView) =>
    fill(t.runOption, {
      period: run.period.id,
      state: t[state],
      at: startedAt === null ? run.id : instant(startedAt),
    });
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0, pt: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={t.statements} />
      <Typography variant="h1">{t.statements}</Typography>
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
    </Box>
  );
}

/** The newest period's confirmed run, if it has one, before its other runs. */
function confirmedFirst(runs: readonly RunView[]): RunView[] {
  const period = runs[0]?.run.period.id;
  const same = runs.filter(({ run }) => run.period.id === period);
  return same.toSorted((a, b) => Number(b.state === 'locked') - Number(a.state === 'locked'));
}
