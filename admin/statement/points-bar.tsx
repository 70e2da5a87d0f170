import { Box, Typography } from '@mui/material';
import { fill } from '../../locales/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { MetricBlock } from './metric-block.ts';
import { texts } from './texts.ts';

/** The points of a metric against the most it can bring; the words beside it say the same. */
export function PointsBar({ block }: { readonly block: MetricBlock }) {
  const t = useTexts(texts);
  const { part, most, weight, filled } = block;
  const text =
    part === null
      ? t.noPoints
      : most === null
        ? fill(t.partOpen, { part, weight })
        : fill(t.partOf, { part, most });
  return (
    <Box>
      <Box
        aria-hidden
        className="bar"
        sx={{ height: 10, borderRadius: 1, border: 1, borderColor: 'text.secondary', overflow: 'hidden' }}
      >
        <Box
          className="bar-filled"
          sx={{ height: '100%', bgcolor: 'primary.main' }}
          style={{ width: `${filled * 100}%` }}
        />
      </Box>
      <Typography variant="body2">{text}</Typography>
    </Box>
  );
}
