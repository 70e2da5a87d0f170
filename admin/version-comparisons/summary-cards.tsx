import { Alert, Box, Card, CardContent, Typography } from '@mui/material';
import type { VersionComparisonView } from '../../schemas/index.ts';
import { Section } from '../shared/section.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** How many are judged, moved, up and down. */
export function SummaryCards({ comparison }: { readonly comparison: VersionComparisonView }) {
  const t = useTexts(texts);
  const { number } = useFormat();
  const always = ['subjects', 'moved', 'up', 'down'] as const;
  const sometimes = (['joined', 'left'] as const).filter((name) => comparison[name] > 0);
  return (
    <Section title={t.summary}>
      {comparison.moved === 0 && <Alert severity="success">{t.nobodyMoved}</Alert>}
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))', gap: 2 }}>
        {[...always, ...sometimes].map((name) => (
          <Card key={name} variant="outlined">
            <CardContent>
              <Typography variant="body2" color="text.secondary">
                {t[name]}
              </Typography>
              <Typography sx={{ fontSize: '1.75rem', lineHeight: 1.2 }}>
                {number(comparison[name])}
              </Typography>
            </CardContent>
          </Card>
        ))}
      </Box>
    </Section>
  );
}
