import {
  Alert,
  Box,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { fill } from '../../locales/index.ts';
import type { Aggregate, PersonName, SourceRows, Statement } from '../../schemas/index.ts';
import { issuesOf } from '../api/client.ts';
import { useLoaded } from '../shared/use-loaded.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useLanguage } from '../texts/use-language.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { cellText, measureText } from './measure-text.ts';
import { texts } from './texts.ts';

interface Props {
  readonly statement: Statement;
  readonly measure: string;
  readonly name: string;
  readonly aggregate: Aggregate;
}

/** The records that one figure was made from, or why the reader may not see them. */
export function SourceRowsTable({ statement, measure, name, aggregate }: Props) {
  const t = useTexts(texts);
  const issueText = useIssueText();
  const language = useLanguage();
  const query = new URLSearchParams({ measure }).toString();
  const { body: rows, failed } = useLoaded<SourceRows>(
    `/statements/${encodeURIComponent(statement.id)}/rows?${query}`,
  );

  if (failed !== undefined) {
    const issues = issuesOf(failed.error).map((issue) => issueText(issue));
    return <Alert severity="error">{issues.join(' ')}</Alert>;
  }
  if (rows === undefined) return <Typography component="output">{t.loading}</Typography>;
  if (rows.hidden) return <Alert severity="info">{fill(t.rowsHidden, { total: rows.total })}</Alert>;
  const how = measureText(aggregate, rows.columns, language);
  return (
    <>
      <Typography variant="body2">{how}</Typography>
      {rows.rows.length === 0 ? (
        <Typography variant="body2">{t.noRows}</Typography>
      ) : (
        <Rows rows={rows} name={name} person={statement.person} />
      )}
    </>
  );
}

interface RowsProps {
  readonly rows: SourceRows;
  readonly name: string;
  readonly person: PersonName;
}

function Rows({ rows: { rows, columns, total }, name, person }: RowsProps) {
  const t = useTexts(texts);
  const label = useLabel();
  const language = useLanguage();
  const title = fill(t.rowsOf, { name, total });
  return (
    <Box sx={{ my: 1, minWidth: 0 }}>
      <TableContainer tabIndex={0} sx={{ maxHeight: 360 }}>
        <Table size="small" aria-label={title} stickyHeader>
          <caption>
            {title}
            {rows.length < total && ` ${fill(t.rowsShown, { shown: rows.length, total })}`}
          </caption>
          <TableHead>
            <TableRow>
              {columns.map(({ id, name: labels }) => (
                <TableCell key={id} component="th" scope="col" sx={{ whiteSpace: 'nowrap' }}>
                  {label(labels)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ id, values }) => (
              <TableRow key={id}>
                {columns.map((column) => (
                  <TableCell key={column.id} sx={{ whiteSpace: 'nowrap' }}>
                    {values[column.id] === person.id
                      ? (person.name ?? t.nameErased)
                      : cellText(column, values[column.id] ?? '', language)}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Box>
  );
}
