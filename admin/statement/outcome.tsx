import { Box, Card, CardContent, Typography } from '@mui/material';
import { fill } from '../../locales/index.ts';
import { GradeChip } from '../shared/grade-chip.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { difference, signed } from '../shared/figures.ts';
import { bandGrade, nextBand } from './grade-view.ts';
import { texts } from './texts.ts';
import type { View } from './view.ts';

/** The composite and the grade, large; how far the next grade is, and what changed since the period before. */
export function Outcome({ view }: { readonly view: View }) {
  const t = useTexts(texts);
  const { result, model, gradeName } = view;
  const next = nextBand(view);
  const rank = model.grades.findIndex(({ id }) => id === result.grade);
  const band = bandGrade(view);
  const ruled = result.gradeRule !== undefined && band !== undefined && band !== result.grade;
  return (
    <Card variant="outlined">
      <CardContent sx={{ display: 'grid', gap: 1.5 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 6, rowGap: 2, alignItems: 'end' }}>
          <Figure title={t.composite}>
            <Typography component="p" sx={{ fontSize: '2.75rem', lineHeight: 1.1, fontWeight: 600 }}>
              {result.composite ?? t.noComposite}
            </Typography>
          </Figure>
          <Figure title={t.grade}>
            {result.grade === null ? (
              <Typography component="p" sx={{ fontSize: '1.75rem', lineHeight: 1.3 }}>
                {result.status === 'held' ? t.held : t.ungraded}
              </Typography>
            ) : (
              <GradeChip name={gradeName(result.grade)} rank={rank} of={model.grades.length} large />
            )}
          </Figure>
        </Box>
        {result.status === 'held' && <Typography>{t.heldHint}</Typography>}
        {result.status === 'ungraded' && <Typography>{t.ungradedHint}</Typography>}
        {ruled && <Typography>{fill(t.ruledDown, { grade: gradeName(band) })}</Typography>}
        {result.composite !== null && !ruled && (
          <Typography sx={{ fontWeight: 600 }}>
            {next === undefined ? t.highest : fill(t.toNext, next)}
          </Typography>
        )}
        <Typography color="text.secondary">
          <SincePrevious view={view} />
        </Typography>
      </CardContent>
    </Card>
  );
}

function Figure({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <Box>
      <Typography variant="body2" color="text.secondary">
        {title}
      </Typography>
      {children}
    </Box>
  );
}

function SincePrevious({ view }: { readonly view: View }) {
  const t = useTexts(texts);
  const { previous } = view.statement;
  if (previous === null) return t.noPrevious;
  const change = difference(previous.composite, view.result.composite);
  return fill(t.sincePrevious, {
    period: previous.period,
    change: change === null ? '—' : signed(change),
    composite: previous.composite ?? t.noComposite,
    grade: view.gradeName(previous.grade),
  });
}
