import { Box, Button, Link as MuiLink, Typography } from '@mui/material';
import { Loading, Title, useGetOne } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import type { ComparisonView, RunView } from '../../schemas/index.ts';
import { NamedPerson } from '../runs/named-person.tsx';
import { useRunModels } from '../runs/use-run-models.ts';
import { LoadFailed } from '../shared/load-failed.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ComparisonSummary } from './comparison-summary.tsx';
import { Differences } from './differences.tsx';
import { GradeMatrixTable } from './grade-matrix-table.tsx';
import { MovementsList } from './movements-list.tsx';
import { texts } from './texts.ts';

/** Two runs of a period side by side: who moved, and by what. */
export function ComparisonPage() {
  const t = useTexts(texts);
  const { id = '' } = useParams();
  const { data, error, refetch } = useGetOne<ComparisonView>('comparisons', { id }, { retry: false });
  const before = useGetOne<RunView>('runs', { id: data?.before ?? '' }, { enabled: data !== undefined });
  const after = useGetOne<RunView>('runs', { id: data?.after ?? '' }, { enabled: data !== undefined });
  const failed = error ?? before.error ?? after.error;
  if (failed !== null) return <LoadFailed title={t.notThere} error={failed} onRetry={() => void refetch()} />;
  if (data === undefined || before.data === undefined || after.data === undefined) return <Loading />;
  return <ComparisonShown comparison={data} before={before.data} after={after.data} />;
}

interface ShownProps {
  readonly comparison: ComparisonView;
  readonly before: RunView;
  readonly after: RunView;
}

function ComparisonShown({ comparison, before, after }: ShownProps) {
  const t = useTexts(texts);
  const models = { before: useRunModels(before.models), after: useRunModels(after.models) };
  return (
    <Box sx={{ display: 'grid', gap: 3, minWidth: 0, pt: 2, mb: 4, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={t.title} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, justifyContent: 'space-between' }}>
        <Box>
          <Typography variant="h1">
            {t.title} · {comparison.period}
          </Typography>
          <Box
            component="dl"
            sx={{ m: 0, display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 1 }}
          >
            {[
              { term: t.before, run: before },
              { term: t.after, run: after },
            ].map(({ term, run }) => (
              <Box key={term} sx={{ display: 'contents' }}>
                <Typography component="dt" color="text.secondary">
                  {term}
                </Typography>
                <Typography component="dd" sx={{ m: 0 }}>
                  <RunLink run={run} />
                </Typography>
              </Box>
            ))}
          </Box>
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'start' }}>
          <Button component={Link} to={`/statements?${new URLSearchParams({ run: after.id }).toString()}`}>
            {t.toStatements}
          </Button>
          <Button component={Link} to="/runs">
            {t.toRuns}
          </Button>
        </Box>
      </Box>
      <Typography color="text.secondary" sx={{ maxWidth: 720 }}>
        {t.intro}
      </Typography>
      <ComparisonSummary comparison={comparison} />
      <Differences before={before} after={after} models={models} />
      <GradeMatrixTable comparison={comparison} models={models} />
      <MovementsList comparison={comparison} models={models} runs={{ before, after }} />
    </Box>
  );
}

function RunLink({ run: { id, startedAt, startedBy, state } }: { readonly run: RunView }) {
  const t = useTexts(texts);
  const { instant } = useFormat();
  return (
    <>
      <MuiLink component={Link} to={`/runs/${encodeURIComponent(id)}`}>
        {startedAt === null ? id : instant(startedAt)}
      </MuiLink>{' '}
      <Typography component="span" color="text.secondary">
        <NamedPerson person={startedBy} /> · {t[state]}
      </Typography>
    </>
  );
}
