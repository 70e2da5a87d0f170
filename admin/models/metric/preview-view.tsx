import { Box, Typography } from '@mui/material';
import { useMemo } from 'react';
import { fill } from '../../../locales/index.ts';
import type { Metric } from '../../../schemas/index.ts';
import { PlainTable } from '../../shared/plain-table.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { ScoreChart } from './score-chart.tsx';
import { previewOf } from './preview.ts';
import { texts } from './texts.ts';

/** What the engine makes of a few results with this scoring, drawn and as a table. */
export function PreviewView({ metric, stage }: { readonly metric: Metric; readonly stage: string }) {
  const t = useTexts(texts);
  const preview = useMemo(() => previewOf(metric, stage), [metric, stage]);
  if (preview === undefined) return <Typography>{t.previewNone}</Typography>;
  const { points, line, target, assumed } = preview;
  const said = points.map((point) => fill(t.point, { ...point })).join('; ');
  return (
    <>
      {target !== undefined && (
        <Typography variant="body2">
          {fill(assumed ? t.previewAssumed : t.previewTarget, { target })}
        </Typography>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start' }}>
        <ScoreChart label={fill(t.chart, { points: said })} line={line} points={points} />
        <Box sx={{ minWidth: 160 }}>
          <PlainTable
            title={t.preview}
            columns={[
              { title: t.previewResult, number: true },
              { title: t.previewScore, number: true },
            ]}
            rows={points.map(({ value, score }) => ({ key: value, cells: [value, score] }))}
          />
        </Box>
      </Box>
    </>
  );
}
