import { Box, Typography, useTheme } from '@mui/material';
import { alpha, type Palette } from '@mui/material/styles';
import { fill } from '../../locales/index.ts';
import { gradeTone } from '../shared/grade-tone.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { DistributionProps } from './distribution-props.ts';
import type { GradeGroup } from './distribution-view.ts';
import { texts } from './texts.ts';

/** A bar for each group, cut into the grades from the best to the worst; each part carries its name and number. */
export function DistributionChart(props: DistributionProps) {
  const t = useTexts(texts);
  const { all, groups, groupName } = props;
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {groups.length > 1 && <Bar {...props} group={all} name={t.all} />}
      {groups.map((group) => (
        <Bar key={group.key} {...props} group={group} name={groupName(group.key)} />
      ))}
    </Box>
  );
}

interface BarProps extends DistributionProps {
  readonly group: GradeGroup;
  readonly name: string;
}

function Bar({ group: { counts, total }, name, gradeName }: BarProps) {
  const t = useTexts(texts);
  const { palette } = useTheme();
  const parts = counts
    .filter(({ count }) => count > 0)
    .map((part) => ({ ...part, ...gradeName(part.grade) }));
  return (
    <Box>
      <Typography variant="body2">
        {name} · {total}
      </Typography>
      <Box
        component="ul"
        aria-label={name}
        sx={{
          display: 'flex',
          listStyle: 'none',
          m: 0,
          p: 0,
          border: 1,
          borderColor: 'text.secondary',
          borderRadius: 1,
          overflow: 'hidden',
        }}
      >
        {parts.map(({ grade, count, name: gradeLabel, rank, of }) => (
          <Box
            component="li"
            key={grade ?? ''}
            title={fill(t.count, { grade: gradeLabel, count, total })}
            sx={{
              minWidth: 24,
              px: 0.5,
              py: 0.25,
              overflow: 'hidden',
              whiteSpace: 'nowrap',
              textOverflow: 'ellipsis',
              fontSize: '0.8125rem',
              borderLeft: 1,
              borderColor: 'text.secondary',
              '&:first-of-type': { borderLeft: 0 },
            }}
            style={{ flex: `${count} 1 0`, backgroundColor: tint(palette, rank, of) }}
          >
            {count} {gradeLabel}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

/** A pale colour under dark text, or a dark one under pale text: the theme's, thinned. */
function tint(palette: Palette, rank: number, of: number): string {
  const tone = gradeTone(rank, of);
  return tone === undefined ? alpha(palette.text.primary, 0.06) : alpha(palette[tone].main, 0.28);
}
