import { Chip } from '@mui/material';

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
  return (
    <Chip
      label={name}
      variant="outlined"
      size={large ? 'medium' : 'small'}
      sx={{
        color: 'text.primary',
        borderWidth: 2,
        borderColor: frameOf(rank, of),
        fontWeight: 600,
        ...(large && { fontSize: '1.5rem', height: 48, borderRadius: 24, px: 1 }),
      }}
    />
  );
}

/** A colour of the theme: green for the best, red for the worst, blue or amber in between. */
function frameOf(rank: number, of: number): string {
  if (rank < 0) return 'divider';
  if (rank === 0) return 'success.main';
  if (rank === of - 1) return 'error.main';
  return rank < of / 2 ? 'info.main' : 'warning.main';
}
