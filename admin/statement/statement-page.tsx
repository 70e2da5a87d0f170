import { Box } from '@mui/material';
import { Loading, Title, useGetOne } from 'react-admin';
import { useParams } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { Statement } from '../../schemas/index.ts';
import { LoadFailed } from '../shared/load-failed.tsx';
import { useLanguage } from '../texts/use-language.ts';
import { useTexts } from '../texts/use-texts.ts';
import { metricBlock } from './metric-block.ts';
import { MetricCard } from './metric-card.tsx';
import { Outcome } from './outcome.tsx';
import { PointsTable } from './points-table.tsx';
import { PrintStyles } from './print-styles.tsx';
import { RecomputePanel } from './recompute-panel.tsx';
import { Section } from '../shared/section.tsx';
import { Signatures } from './signatures.tsx';
import { StatementBar } from './statement-bar.tsx';
import { StatementHead } from './statement-head.tsx';
import { texts } from './texts.ts';
import { viewOf } from './view.ts';
import { Actions, WhyGrade } from './why-grade.tsx';

/** One person's result of one run, for the person: what was measured, how it was counted, why this grade. */
export function StatementPage() {
  const t = useTexts(texts);
  const { id = '' } = useParams();
  const { data, error, refetch } = useGetOne<Statement>('statements', { id }, { retry: false });
  if (error !== null) return <LoadFailed title={t.notThere} error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return <StatementShown statement={data} />;
}

function StatementShown({ statement }: { readonly statement: Statement }) {
  const t = useTexts(texts);
  const view = viewOf(statement, useLanguage());
  const blocks = view.model.metrics.map((metric) => metricBlock(view, metric));
  const name = statement.person.name ?? t.nameErased;
  return (
    <Box
      component="article"
      className="statement"
      sx={{ maxWidth: 960, display: 'grid', gap: 2, pt: 2, mb: 4, minWidth: 0 }}
    >
      <PrintStyles />
      <Title title={fill(t.ofPerson, { name })} />
      <StatementBar statement={statement} />
      <StatementHead view={view} />
      <Outcome view={view} />
      <PointsTable view={view} blocks={blocks} />
      <WhyGrade view={view} />
      <Section title={t.metrics} note={t.approx}>
        {blocks.map((block) => (
          <MetricCard key={block.id} block={block} statement={statement} />
        ))}
      </Section>
      <Actions view={view} />
      <RecomputePanel statement={statement} />
      <Signatures statement={statement} />
    </Box>
  );
}
