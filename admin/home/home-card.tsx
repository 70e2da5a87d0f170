import { Card, CardContent, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** A card with its heading. */
export function HomeCard({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Card component="section" aria-label={title}>
      <CardContent sx={{ display: 'grid', gap: 1 }}>
        <Typography variant="h2">{title}</Typography>
        {children}
      </CardContent>
    </Card>
  );
}
