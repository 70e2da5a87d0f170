import { TableCell, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** The heads of the columns; the first, of the arrows that open a row, has none in react-admin 5.15. */
export function MovementsHead({ children }: { readonly children?: ReactNode }) {
  const t = useTexts(texts);
  return (
    <TableHead>
      <TableRow>
        <TableCell padding="none" component="th" scope="col">
          <span className="visually-hidden">{t.openRow}</span>
        </TableCell>
        {children}
      </TableRow>
    </TableHead>
  );
}
