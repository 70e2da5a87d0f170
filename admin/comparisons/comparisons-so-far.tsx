import { Box, Link as MuiLink, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { Link } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { ComparisonView } from '../../schemas/index.ts';
import { PlainTable } from '../shared/plain-table.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** Comparisons made before; nothing where there is none. */
export function ComparisonsSoFar() {
  const t = useTexts(texts);
  const { data = [] } = useGetList<ComparisonView>('comparisons', { pagination: { page: 1, perPage: 50 } });
  if (data.length === 0) return null;
  return (
    <Box component="section" aria-label={t.comparisons} sx={{ minWidth: 0 }}>
      <Typography variant="h2">{t.comparisons}</Typography>
      <PlainTable
        title={t.comparisons}
        columns={[
          { title: t.title },
          { title: t.period },
          { title: t.moved, number: true },
          { title: t.up, number: true },
          { title: t.down, number: true },
        ]}
        rows={data.map(({ id, before, after, period, subjects, causes, up, down }) => ({
          key: id,
          cells: [
            <MuiLink
              key="open"
              component={Link}
              to={`/comparisons/${encodeURIComponent(id)}`}
              aria-label={fill(t.open, { before, after })}
            >
              {fill(t.comparedRuns, { before: before.slice(0, 8), after: after.slice(0, 8) })}
            </MuiLink>,
            period,
            subjects - causes.none,
            up,
            down,
          ],
        }))}
      />
    </Box>
  );
}
