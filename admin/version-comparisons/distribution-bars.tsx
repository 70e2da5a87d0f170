import { Box } from '@mui/material';
import type { VersionComparisonView } from '../../schemas/index.ts';
import { PlainTable } from '../shared/plain-table.tsx';
import { Section } from '../shared/section.tsx';
import { useLanguage } from '../texts/use-language.ts';
import { useTexts } from '../texts/use-texts.ts';
import { gradeName, gradeOrder, type BothVersions } from './both-versions.ts';
import { texts } from './texts.ts';

interface Props {
  readonly comparison: VersionComparisonView;
  readonly versions: BothVersions;
}

/** How many have each grade by both versions: a table that is also a picture. */
export function DistributionBars({ comparison: { matrix }, versions }: Props) {
  const t = useTexts(texts);
  const language = useLanguage();
  const known = gradeOrder(versions);
  const grades = [
    ...known,
    ...(matrix.some(({ before, after }) => (before ?? after) === null) ? [null] : []),
  ];
  const count = (side: 'before' | 'after', grade: string | null) =>
    matrix.filter((cell) => cell[side] === grade).reduce((sum, cell) => sum + cell.count, 0);
  const rows = grades.map((grade) => ({
    grade,
    before: count('before', grade),
    after: count('after', grade),
  }));
  const most = Math.max(1, ...rows.flatMap(({ before, after }) => [before, after]));
  const bar = (of: number, colour: string) => (
    <Box
      sx={{ height: 10, borderRadius: 1, bgcolor: colour, minWidth: of === 0 ? 0 : 2 }}
      style={{ width: `${(of / most) * 100}%` }}
    />
  );
  return (
    <Section title={t.distribution} note={t.distributionHint}>
      <PlainTable
        title={t.distribution}
        columns={[
          { title: t.ofGrade },
          { title: t.before, number: true },
          { title: t.after, number: true },
          { title: t.picture, wide: true },
        ]}
        rows={rows.map(({ grade, before, after }) => ({
          key: grade ?? '',
          cells: [
            grade === null ? t.noGrade : gradeName(versions, grade, language),
            before,
            after,
            <Box key="bars" aria-hidden sx={{ display: 'grid', gap: 0.5 }}>
              {bar(before, 'text.disabled')}
              {bar(after, 'primary.main')}
            </Box>,
          ],
        }))}
      />
    </Section>
  );
}
