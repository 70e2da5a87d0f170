import { Alert, Box, Card, CardContent, Link as MuiLink, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import type { ComparisonView } from '../../schemas/index.ts';
import { PlainTable } from '../shared/plain-table.tsx';
import { Section } from '../shared/section.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { causes, movedCauses, movementsAddress } from './movements-filter.ts';
import { texts } from './texts.ts';

type Filter = Parameters<typeof movementsAddress>[1];

/** How many moved, up and down, and by what; each number leads to whom it counts. */
export function ComparisonSummary({ comparison }: { readonly comparison: ComparisonView }) {
  const t = useTexts(texts);
  const { number } = useFormat();
  const { id, subjects, up, down } = comparison;
  const moved = subjects - comparison.causes.none;
  const figures: readonly { readonly title: string; readonly count: number; readonly filter: Filter }[] = [
    { title: t.subjects, count: subjects, filter: {} },
    { title: t.moved, count: moved, filter: { cause: movedCauses } },
    { title: t.up, count: up, filter: { gradeMove: 'up' } },
    { title: t.down, count: down, filter: { gradeMove: 'down' } },
  ];
  const linked = (count: number, filter: Filter) =>
    count === 0 ? (
      number(count)
    ) : (
      <MuiLink component={Link} to={movementsAddress(id, filter)}>
        {number(count)}
      </MuiLink>
    );
  const hints = {
    rule: t.ruleHint,
    data: t.dataHint,
    both: t.bothHint,
    joined: t.joinedHint,
    left: t.leftHint,
    none: t.noneHint,
  };
  return (
    <Section title={t.summary}>
      {moved === 0 && <Alert severity="success">{t.nobodyMoved}</Alert>}
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
        columns={[{ title: t.causes }, { title: t.count, number: true }, { title: t.meaning, wide: true }]}
        rows={causes.map((cause) => ({
          key: cause,
          cells: [t[cause], linked(comparison.causes[cause], { cause }), hints[cause]],
        }))}
      />
    </Section>
  );
}
