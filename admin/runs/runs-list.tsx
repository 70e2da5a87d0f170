import { Box, Button, Chip, Link as MuiLink, Typography } from '@mui/material';
import { DataTable, List } from 'react-admin';
import { Link } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { RunView } from '../../schemas/index.ts';
import { useCan } from '../api/use-can.ts';
import { ComparisonsSoFar } from '../comparisons/comparisons-so-far.tsx';
import { EmptyState } from '../shared/empty-state.tsx';
import { narrow, scrolling } from '../shared/list-styles.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ChooseRun, CompareRuns } from './compare-runs.tsx';
import { NamedPerson } from './named-person.tsx';
import { texts } from './texts.ts';

/** All runs, the newest first; two of one period can be compared. */
export function RunsList() {
  const t = useTexts(texts);
  const can = useCan();
  const { instant } = useFormat();
  const newRun = can('create', 'run') && (
    <Button component={Link} to="/runs/new" variant="contained">
      {t.newRun}
    </Button>
  );
  const empty = <EmptyState title={t.noRuns} text={t.noRunsHint} action={newRun || undefined} />;
  const mayCompare = can('create', 'comparison');
  return (
    <Box sx={{ pt: 2, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, justifyContent: 'space-between' }}>
        <Typography variant="h1">{t.runs}</Typography>
        {newRun}
      </Box>
      <Typography sx={{ maxWidth: 720 }}>
        {t.intro} {mayCompare && t.selectTwo}
      </Typography>
      <List
        title={t.runs}
        exporter={false}
        sort={{ field: 'startedAt', order: 'DESC' }}
        actions={false}
        empty={empty}
        sx={narrow}
      >
        {mayCompare && <CompareRuns />}
        <DataTable rowClick={false} sx={scrolling} bulkActionButtons={false}>
          {mayCompare && (
            <DataTable.Col
              label={t.compareColumn}
              disableSort
              render={(run: RunView) => <ChooseRun run={run} />}
            />
          )}
          <DataTable.Col
            label={t.period}
            disableSort
            render={({ id, run }: RunView) => (
              <MuiLink
                component={Link}
                to={`/runs/${encodeURIComponent(id)}`}
                aria-label={fill(t.openRun, { run: id, period: run.period.id })}
              >
                {run.period.id}
              </MuiLink>
            )}
          />
          <DataTable.Col
            label={t.state}
            disableSort
            render={({ state }: RunView) => (
              <Chip size="small" variant={state === 'locked' ? 'filled' : 'outlined'} label={t[state]} />
            )}
          />
          <DataTable.NumberCol source="run.subjects" label={t.people} disableSort />
          <DataTable.NumberCol source="held" label={t.held} disableSort />
          <DataTable.Col
            label={t.startedBy}
            disableSort
            render={({ startedBy }: RunView) => <NamedPerson person={startedBy} />}
          />
          <DataTable.Col
            source="startedAt"
            label={t.startedAt}
            render={({ startedAt }: RunView) => (startedAt === null ? '' : instant(startedAt))}
          />
          <DataTable.Col label={t.run} disableSort render={({ id }: RunView) => <code>{id}</code>} />
        </DataTable>
      </List>
      {can('read', 'comparison') && <ComparisonsSoFar />}
    </Box>
  );
}
