import {
  Box,
  Button,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { fill } from '../../locales/index.ts';
import type { ImportIssueView } from '../../schemas/index.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

const perPage = 20;

/** What is wrong with a file, cell by cell, in the order of its rows. */
export function IssuesTable({ job }: { readonly job: string }) {
  const t = useTexts(texts);
  const issueText = useIssueText();
  const [page, setPage] = useState(1);
  const { data = [], total = 0 } = useGetList<ImportIssueView>('import-issues', {
    filter: { job },
    sort: { field: 'id', order: 'ASC' },
    pagination: { page, perPage },
  });
  if (total === 0) return null;
  const from = (page - 1) * perPage + 1;
  const to = Math.min(page * perPage, total);
  return (
    <section aria-label={t.errors}>
      <Typography variant="h3">{t.errors}</Typography>
      <TableContainer>
        <Table size="small">
          <TableHead>
            <TableRow>
              {[t.row, t.column, t.value, t.whatIsWrong].map((name) => (
                <TableCell key={name} component="th" scope="col">
                  {name}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {data.map(({ id, issue }) => (
              <TableRow key={id}>
                <TableCell>{issue.row ?? ''}</TableCell>
                <TableCell>{issue.column ?? ''}</TableCell>
                <TableCell>{issue.value ?? ''}</TableCell>
                <TableCell>{issueText(issue)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {total > perPage && (
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mt: 1 }}>
          <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
            {t.earlier}
          </Button>
          <Typography role="status">{fill(t.errorCount, { from, to, total })}</Typography>
          <Button disabled={to >= total} onClick={() => setPage(page + 1)}>
            {t.later}
          </Button>
        </Box>
      )}
    </section>
  );
}
