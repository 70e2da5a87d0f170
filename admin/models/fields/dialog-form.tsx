import { Box } from '@mui/material';
import type { FormEvent, ReactNode } from 'react';

interface Props {
  readonly onSubmit: (event: FormEvent) => void;
  readonly children: ReactNode;
}

/** A form that fills a dialog: its content scrolls, its buttons stay in sight. */
export function DialogForm({ onSubmit, children }: Props) {
  return (
    <Box
      component="form"
      onSubmit={onSubmit}
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, flex: '1 1 auto' }}
    >
      {children}
    </Box>
  );
}
