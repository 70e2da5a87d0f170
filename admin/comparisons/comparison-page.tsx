import { Box, Link as MuiLink, Typography } from '@mui/material';
import { Loading, Title, useGetOne } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { ComparisonView, RunView } from '../../schemas/index.ts';
import { useRunModels } from '../runs/use-run-models.ts';
import { LoadFailed } from '../shared/load-failed.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ComparisonSummary } from './comparison-summary.tsx';
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
    <Box sx={{ display: 'grid', gap: 3, minWidth: 0, pt: 2, mb: 4 }}>
      <Title title={t.title} />
      <Box>
        <Typography variant="h1">
          {t.title} · {comparison.period}
        </Typography>
        <Typography>
          {t.before}: <RunLink run={before} />; {t.after}: <RunLink run={after} />
        </Typography>
        <Typography color="text.secondary" sx={{ maxWidth: 720 }}>
          {t.intro}
        </Typography>
      </Box>
      <ComparisonSummary comparison={comparison} />
      <GradeMatrixTable comparison={comparison} models={models} />
      <MovementsList
        comparison={comparison.id}
        models={models}
        runs={{ before: before.id, after: after.id }}
      />
    </Box>
  );
}

function RunLink({ run: { id, run, startedAt } }: { readonly run: RunView }) {
  const t = useTexts(texts);
  const { instant } = useFormat();
  return (
    <MuiLink component={Link} to={`/runs/${encodeURIComponent(id)}`}>
      {fill(t.runOf, { period: run.period.id, at: startedAt === null ? id : instant(startedAt) })}
    </MuiLink>
  );
}
