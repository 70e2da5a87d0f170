import { Box, Card, CardContent, Link as MuiLink, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import type { ComparisonView } from '../../schemas/index.ts';
import { PlainTable } from '../shared/plain-table.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

const causes = ['rule', 'data', 'both', 'joined', 'left', 'none'] as const;

/** How many moved, up and down, and by what; each number leads to whom it counts. */
export function ComparisonSummary({ comparison }: { readonly comparison: ComparisonView }) {
  const t = useTexts(texts);
  const { number } = useFormat();
  const { id, subjects, up, down } = comparison;
  const figures = [
    { title: t.subjects, count: subjects, filter: undefined },
    { title: t.moved, count: subjects - comparison.causes.none, filter: undefined },
    { title: t.up, count: up, filter: { gradeMove: 'up' } },
    { title: t.down, count: down, filter: { gradeMove: 'down' } },
  ];
  const linked = (count: number, filter: Readonly<Record<string, string>> | undefined) =>
    filter === undefined || count === 0 ? (
      number(count)
    ) : (
      <MuiLink component={Link} to={movementsAddress(id, filter)}>
        {number(count)}
      </MuiLink>
    );
  return (
    <Box component="section" aria-label={t.summary} sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <Typography variant="h2">{t.summary}</Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))', gap: 2 }}>
        {figures.map(({ title, count, filter }) => (
          <Card key={title} variant="outlined">
            <CardContent>
              <Typography variant="body2" color="text.secondary">
                {title}
              </Typography>
              <Typography sx={{ fontSize: '1.75rem', lineHeight: 1.2 }}>{linked(count, filter)}</Typography>
            </CardContent>
          </Card>
        ))}
      </Box>
      <PlainTable
        title={t.causes}
        columns={[{ title: t.causes }, { title: t.count, number: true }]}
        rows={causes.map((cause) => ({
          key: cause,
          cells: [t[cause], linked(comparison.causes[cause], { cause })],
        }))}
      />
    </Box>
  );
}

/** The address of a comparison with its movements filtered. */
function movementsAddress(id: string, filter: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({ filter: JSON.stringify(filter) });
  return `/comparisons/${encodeURIComponent(id)}?${query.toString()}`;
}
