import { Box } from '@mui/material';
import { PlainTable } from '../shared/plain-table.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { GradeCount } from './judged.ts';
import { texts } from './texts.ts';

interface Props {
  readonly grades: readonly GradeCount[];
  readonly people: number;
  readonly gradeName: (id: string | null) => string;
}

/** How many have each grade before and after, a bar each beside the figures. */
export function GradeShift({ grades, people, gradeName }: Props) {
  const t = useTexts(texts);
  const { number } = useFormat();
  const shown = grades.filter(({ grade, before, after }) => grade !== null || before + after > 0);
  return (
    <PlainTable
      title={t.distribution}
      columns={[
        { title: t.grade },
        { title: t.before, number: true },
        { title: t.after, number: true },
        { title: t.difference, number: true },
        { title: t.distribution, wide: true },
      ]}
      rows={shown.map(({ grade, before, after }) => ({
        key: grade ?? '',
        cells: [
          gradeName(grade),
          number(before),
          number(after),
          after === before ? '±0' : `${after > before ? '+' : '−'}${number(Math.abs(after - before))}`,
          <Bars key="bars" before={before / people} after={after / people} />,
        ],
      }))}
    />
  );
}

/** Two bars, to be looked at: the figures beside them say the same. */
function Bars({ before, after }: { readonly before: number; readonly after: number }) {
  const bar = (share: number, colour: string) => (
    <Box
      sx={{
        height: 8,
        width: `${share * 100}%`,
        minWidth: share > 0 ? 2 : 0,
        bgcolor: colour,
        borderRadius: 1,
      }}
    />
  );
  return (
    <Box aria-hidden sx={{ display: 'grid', gap: 0.25, minWidth: 160 }}>
      {bar(before, 'text.disabled')}
      {bar(after, 'primary.main')}
    </Box>
  );
}
