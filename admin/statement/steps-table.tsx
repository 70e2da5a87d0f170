import {
  Box,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { fill } from '../../locales/index.ts';
import type { ReceiptEntry } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { operations } from './operations.ts';
import { texts } from './texts.ts';

/** The steps of the receipt as they are, for who wants to follow every one. */
export function StepsTable({ entries }: { readonly entries: readonly ReceiptEntry[] }) {
  const t = useTexts(texts);
  const names = useTexts(operations);
  const [open, setOpen] = useState(false);
  const title = fill(t.allSteps, { count: entries.length });
  const heads = [t.step, t.operation, t.from, t.result];
  return (
    <Box
      component="details"
      className="no-print"
      onToggle={(event) => setOpen((event.target as HTMLDetailsElement).open)}
      sx={{ minWidth: 0 }}
    >
      <Typography component="summary" variant="body2" sx={{ cursor: 'pointer', py: 0.5 }}>
        {title}
      </Typography>
      {open && (
        <TableContainer tabIndex={0} sx={{ maxHeight: 400 }}>
          <Table size="small" aria-label={title} stickyHeader>
            <TableHead>
              <TableRow>
                {heads.map((head) => (
                  <TableCell key={head} component="th" scope="col">
                    {head}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {entries.map(({ id, op, args, value }) => (
                <TableRow key={id}>
                  <TableCell component="th" scope="row">
                    {id}
                  </TableCell>
                  <TableCell>{names[op]}</TableCell>
                  <TableCell>{args.join(', ')}</TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>
                    {value === null ? t.missing : String(value)}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </Box>
  );
}
