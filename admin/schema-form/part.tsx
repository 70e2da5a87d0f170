import { Box, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';

/** Fields that belong together, under their name. */
export function Part({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <Box
      role="group"
      aria-labelledby={id}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5, minWidth: 0, flex: '1 1 100%' }}
    >
      <Typography id={id} component="div" variant="subtitle2" sx={{ mb: 1 }}>
        {label}
      </Typography>
      {children}
    </Box>
  );
}
