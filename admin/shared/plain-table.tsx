import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';

interface Props {
  /** What it is a table of, for who does not see it. */
  readonly title: string;
  readonly columns: readonly {
    readonly title: string;
    readonly number?: boolean;
    /** It holds sentences. */
    readonly wide?: boolean;
  }[];
  /** The first cell of each row is its head. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** A table that scrolls inside itself where the page is narrow. */
export function PlainTable({ title, columns, rows }: Props) {
  const minWidth = (index: number) =>
    columns[index]?.wide === true ? 240 : columns[index]?.number === true ? 64 : 96;
  const align = (index: number) => (columns[index]?.number === true ? ('right' as const) : ('left' as const));
  return (
    <TableContainer tabIndex={0}>
      <Table size="small" aria-label={title}>
        <TableHead>
          <TableRow>
            {columns.map((column, index) => (
              <TableCell
                key={column.title}
                component="th"
                scope="col"
                align={align(index)}
                // Chinese breaks between any two letters unless it is told not to.
                sx={{ minWidth: minWidth(index), wordBreak: 'keep-all' }}
              >
                {column.title}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ key, cells }) => (
            <TableRow key={key}>
              {cells.map((cell, index) => (
                <TableCell
                  key={columns[index]?.title}
                  align={align(index)}
                  {...(index === 0 ? { component: 'th', scope: 'row' } : {})}
                >
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
