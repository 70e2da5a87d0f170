import { Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** What a page is called, for those who read it and those who hear it. */
export function PageHeading({ children }: { readonly children: ReactNode }) {
  return (
    <Typography variant="h1" sx={{ mt: 2 }}>
      {children}
    </Typography>
  );
}
