import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly text: string;
  readonly action?: ReactNode;
}

/** Where there is nothing yet: what would be here, and what to do first. */
export function EmptyState({ title, text, action }: Props) {
  return (
    <Box sx={{ p: 4, textAlign: 'center', display: 'grid', gap: 2, justifyItems: 'center' }}>
      <Typography variant="h2">{title}</Typography>
      <Typography sx={{ maxWidth: 560 }}>{text}</Typography>
      {action}
    </Box>
  );
}
