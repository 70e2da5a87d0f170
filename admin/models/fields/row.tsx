import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Fields beside one another where there is room, else below one another. */
export function Row({ children }: { readonly children: ReactNode }) {
  return <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start' }}>{children}</Box>;
}
