import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import type { Column, Dataset } from '../../schemas/index.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** The columns of a dataset, and how a file may call them. */
export function ColumnsTable({ dataset }: { readonly dataset: Dataset }) {
  const t = useTexts(texts);
  const label = useLabel();
  const privacy = (column: Column) => {
    if (column.sensitivity === undefined) return '';
    return ` · ${column.sensitivity === 'pay' ? t.sensitivePay : t.sensitiveSurvey}`;
  };
  const choices = (column: Column) =>
    column.type === 'choice'
      ? `: ${column.choices.map(({ value, name }) => (name === undefined ? value : label(name))).join(', ')}`
      : '';
  const heads = [t.columnName, t.columnType, t.columnHeaders, t.columnRequired, t.columnKey];
  return (
    <section aria-label={t.columns}>
      <Typography variant="h2">{t.columns}</Typography>
      <TableContainer tabIndex={0}>
        <Table size="small">
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
            {dataset.columns.map((column) => (
              <TableRow key={column.id}>
                <TableCell component="th" scope="row">
                  {label(column.name)}
                </TableCell>
                <TableCell>
                  {t[`type_${column.type}`]}
                  {choices(column)}
                  {privacy(column)}
                </TableCell>
                <TableCell>{[...(column.headers ?? []), column.id].join(', ')}</TableCell>
                <TableCell>{column.required ? t.yes : t.no}</TableCell>
                <TableCell>{dataset.key.includes(column.id) ? t.yes : t.no}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </section>
  );
}
