import { Box, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useState } from 'react';
import type { Distribution, RunView } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { DistributionChart } from './distribution-chart.tsx';
import { DistributionTable } from './distribution-table.tsx';
import { gradeGroups } from './distribution-view.ts';
import { FailedRequest } from '../shared/failed-request.tsx';
import { texts } from './texts.ts';
import { useLoaded } from '../shared/use-loaded.ts';
import { useRunModels } from './use-run-models.ts';

/** What is not chosen is readable too. */
const clear = { color: 'text.primary', textTransform: 'none' } as const;

/** The grades of a run by model or team, as bars or as the table they are drawn from. */
export function DistributionPanel({ run }: { readonly run: RunView }) {
  const t = useTexts(texts);
  const [by, setBy] = useState<'model' | 'team'>('model');
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const { body, failed } = useLoaded<Distribution>(`/runs/${encodeURIComponent(run.id)}/distribution`);
  const { documents, modelName, gradeOf } = useRunModels(run.models);
  if (failed !== undefined) return <FailedRequest title={t.distribution} error={failed.error} />;
  if (body === undefined || body.total === 0) return null;

  const order = [...new Set([...documents.values()].flatMap(({ grades }) => grades.map(({ id }) => id)))];
  const grouped = gradeGroups(body, by, order);
  const gradeName = (id: string | null) => {
    if (id === null) return { name: t.noGrade, rank: -1, of: 0 };
    const model = body.counts.find(({ grade }) => grade === id)?.model ?? run.models[0]?.key ?? '';
    const holder = [...documents.keys()].find((key) => gradeOf(key, id).rank >= 0) ?? model;
    return gradeOf(holder, id);
  };
  const props = {
    run: run.id,
    by,
    ...grouped,
    gradeName,
    groupName: by === 'model' ? modelName : (team: string) => team,
  };
  return (
    <Box component="section" aria-label={t.distribution} sx={{ display: 'grid', gap: 1.5, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Typography variant="h2" sx={{ flexGrow: 1 }}>
          {t.distribution}
        </Typography>
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label={t.by}
          value={by}
          onChange={(_, value: typeof by | null) => value !== null && setBy(value)}
        >
          <ToggleButton value="model" sx={clear}>
            {t.byModelChoice}
          </ToggleButton>
          <ToggleButton value="team" sx={clear}>
            {t.byTeamChoice}
          </ToggleButton>
        </ToggleButtonGroup>
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label={t.view}
          value={view}
          onChange={(_, value: typeof view | null) => value !== null && setView(value)}
        >
          <ToggleButton value="chart" sx={clear}>
            {t.asChart}
          </ToggleButton>
          <ToggleButton value="table" sx={clear}>
            {t.asTable}
          </ToggleButton>
        </ToggleButtonGroup>
      </Box>
      {view === 'chart' ? <DistributionChart {...props} /> : <DistributionTable {...props} />}
    </Box>
  );
}
