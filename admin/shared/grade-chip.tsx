import { Chip } from '@mui/material';
import { gradeTone } from './grade-tone.ts';

interface Props {
  /** What the grade is called: the colour says nothing that the name does not. */
  readonly name: string;
  /** Its place among the model's grades, the best 0; -1 where it is none of them. */
  readonly rank: number;
  /** How many grades there are. */
  readonly of: number;
  readonly large?: boolean;
}

/** A grade, framed by how good it is. */
export function GradeChip({ name, rank, of, large = false }: Props) {
  const tone = gradeTone(rank, of);
  return (
    <Chip
      label={name}
      variant="outlined"
      size={large ? 'medium' : 'small'}
      sx={{
        color: 'text.primary',
        borderWidth: 2,
        borderColor: tone === undefined ? 'divider' : `${tone}.main`,
        fontWeight: 600,
        ...(large && { fontSize: '1.5rem', height: 48, borderRadius: 24, px: 1 }),
      }}
    />
  );
}
