import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { Counts } from './import-counts.ts';
import { texts } from './texts.ts';

/** What an import does or did, in numbers of rows. */
export function CountsTable({ counts }: { readonly counts: Counts }) {
  const t = useTexts(texts);
  const { number } = useFormat();
  const columns = ['rows', 'added', 'changed', 'unchanged', 'rejected'] as const;
  return (
    <TableContainer>
      <Table size="small" sx={{ width: 'auto' }}>
        <TableHead>
          <TableRow>
            {columns.map((name) => (
              <TableCell key={name} component="th" scope="col" align="right">
                {t[name]}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          <TableRow>
            {columns.map((name) => (
              <TableCell key={name} align="right" sx={{ fontSize: '1.25rem' }}>
                {number(counts[name])}
              </TableCell>
            ))}
          </TableRow>
        </TableBody>
      </Table>
    </TableContainer>
  );
}
