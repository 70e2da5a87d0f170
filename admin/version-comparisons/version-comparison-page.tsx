import { Alert, Box, Button, List, ListItem, Typography } from '@mui/material';
import { Loading, Title, useGetOne } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { ModelVersionView, VersionComparisonView } from '../../schemas/index.ts';
import { useCan } from '../api/use-can.ts';
import { DiffView } from '../models/diff/diff-view.tsx';
import { LoadFailed } from '../shared/load-failed.tsx';
import { Section } from '../shared/section.tsx';
import { PrintStyles } from '../statement/print-styles.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { placeText } from '../models/findings/place-text.ts';
import { useLanguage } from '../texts/use-language.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { BothVersions } from './both-versions.ts';
import { CostTable } from './cost-table.tsx';
import { FairnessSection } from './fairness-section.tsx';
import { DistributionBars } from './distribution-bars.tsx';
import { EditsTable } from './edits-table.tsx';
import { MakeComparison } from './make-comparison.tsx';
import { SummaryCards } from './summary-cards.tsx';
import { texts } from './texts.ts';
import { VersionMatrix } from './version-matrix.tsx';
import { VersionMovements } from './version-movements.tsx';

/** Two versions of a model side by side: whom the later one moves, through which edit, at what cost. */
export function VersionComparisonPage() {
  const t = useTexts(texts);
  const { id = '' } = useParams();
  const { data, error, refetch } = useGetOne<VersionComparisonView>(
    'version-comparisons',
    { id },
    { retry: false },
  );
  const versionOf = (version: string | undefined) => ({ id: version ?? '' });
  const before = useGetOne<ModelVersionView>('model-versions', versionOf(data?.before?.version), {
    enabled: typeof data?.before?.version === 'string',
  });
  const after = useGetOne<ModelVersionView>('model-versions', versionOf(data?.after.version), {
    enabled: data !== undefined,
  });
  const failed = error ?? before.error ?? after.error;
  if (failed !== null) return <LoadFailed title={t.notThere} error={failed} onRetry={() => void refetch()} />;
  const isThere = data !== undefined && after.data !== undefined;
  if (!isThere || (data.before !== null && before.data === undefined)) return <Loading />;
  return <Shown comparison={data} versions={{ before: before.data, after: after.data }} />;
}

function Shown({
  comparison,
  versions,
}: {
  readonly comparison: VersionComparisonView;
  readonly versions: BothVersions;
}) {
  const t = useTexts(texts);
  const can = useCan();
  const label = useLabel();
  const issueText = useIssueText();
  const navigate = useNavigate();
  const { instant } = useFormat();
  const language = useLanguage();
  const { before, after } = versions;
  const { document } = after;
  const title = fill(before === undefined ? t.titleFirst : t.titleOf, {
    model: label(document.name),
    before: before?.version ?? '',
    after: after.version,
  });
  return (
    <Box
      className="statement"
      sx={{ display: 'grid', gap: 3, minWidth: 0, pt: 2, mb: 4, gridTemplateColumns: 'minmax(0, 1fr)' }}
    >
      <PrintStyles />
      <Title title={t.title} />
      <Box>
        <Typography variant="h1">{title}</Typography>
        <Typography color="text.secondary">
          {fill(t.madeOn, {
            at: instant(comparison.at),
            by: comparison.by?.name ?? '–',
            periods: comparison.periods.join(', '),
          })}
        </Typography>
        <Typography color="text.secondary" sx={{ maxWidth: 720 }}>
          {t.intro}
        </Typography>
        <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
          <Button
            component={Link}
            to={`/models/${encodeURIComponent(after.key)}/show?version=${after.version}`}
          >
            {t.toModel}
          </Button>
          <Button onClick={() => window.print()}>{t.print}</Button>
        </Box>
      </Box>
      {comparison.stale.length > 0 && (
        <Alert severity="warning" sx={{ '& .MuiAlert-message': { minWidth: 0, display: 'grid', gap: 1 } }}>
          <span>
            {t.stale} {comparison.stale.map((reason) => t[`stale_${reason}`]).join(' ')}
          </span>
          {can('create', 'comparison') && (
            <MakeComparison
              before={comparison.before?.version ?? null}
              after={comparison.after.version}
              cadence={document.cadence}
              label={t.renew}
              onMade={(id) => void navigate(`/version-comparisons/${id}`)}
            />
          )}
        </Alert>
      )}
      <SummaryCards comparison={comparison} />
      <DistributionBars comparison={comparison} versions={versions} />
      <VersionMatrix comparison={comparison} versions={versions} />
      <EditsTable comparison={comparison} versions={versions} />
      <CostTable comparison={comparison} />
      <FairnessSection comparison={comparison} grades={document.grades} />
      <Section title={t.findings}>
        {comparison.findings.length === 0 ? (
          <Typography>{t.noFindings}</Typography>
        ) : (
          <List dense disablePadding sx={{ listStyle: 'disc', pl: 3 }}>
            {comparison.findings.map((issue) => (
              <ListItem
                key={`${issue.code}${issue.pointer ?? ''}`}
                disablePadding
                sx={{ display: 'list-item' }}
              >
                {issue.pointer === undefined || issue.pointer === ''
                  ? ''
                  : `${placeText(document, issue.pointer, language)}: `}
                {issueText(issue)}
              </ListItem>
            ))}
          </List>
        )}
      </Section>
      {before !== undefined && <DiffView base={before} document={document} />}
      <VersionMovements comparison={comparison} versions={versions} />
    </Box>
  );
}
