import { Box, Typography } from '@mui/material';
import { fill } from '../../../locales/index.ts';
import { PlainTable } from '../../shared/plain-table.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { ScoreChart } from './score-chart.tsx';
import type { Preview } from './preview.ts';
import { texts } from './texts.ts';

interface Props {
  /** Undefined while something is wrong with the scoring. */
  readonly preview: Preview | undefined;
}

/** What the engine makes of results with a scoring, drawn. */
export function PreviewChart({ preview }: Props) {
  const t = useTexts(texts);
  return (
    <Box sx={{ flex: '1 1 240px', maxWidth: 340, minHeight: 200, minWidth: 0 }}>
      {preview === undefined ? (
        <Typography variant="body2">{t.previewNone}</Typography>
      ) : (
        <ScoreChart
          label={fill(t.chart, {
            points: preview.points.map((point) => fill(t.point, { ...point })).join('; '),
          })}
          axes={[t.previewResult, t.previewScore]}
          line={preview.line}
          points={preview.points}
        />
      )}
    </Box>
  );
}

/** The same as a table. */
export function PreviewTable({ preview }: Props) {
  const t = useTexts(texts);
  if (preview === undefined) return <Typography>{t.previewNone}</Typography>;
  const { points, target, assumed } = preview;
  return (
    <>
      {target !== undefined && (
        <Typography variant="body2">
          {fill(assumed ? t.previewAssumed : t.previewTarget, { target })}
        </Typography>
      )}
      <Box sx={{ maxWidth: 340 }}>
        <PlainTable
          title={t.preview}
          columns={[
            { title: t.previewResult, number: true },
            { title: t.previewScore, number: true },
          ]}
          rows={points.map(({ value, score }) => ({ key: value, cells: [value, score] }))}
        />
      </Box>
    </>
  );
}
