import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import type { ImportView } from '../../schemas/index.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** The latest imports into a dataset. */
export function ImportHistory({ dataset }: { readonly dataset: string }) {
  const t = useTexts(texts);
  const { instant, number } = useFormat();
  const { data = [] } = useGetList<ImportView>('imports', {
    filter: { dataset },
    sort: { field: 'commit', order: 'DESC' },
    pagination: { page: 1, perPage: 20 },
  });
  const heads = [t.importNumber, t.importAt, t.importBy, t.importName];
  const counts = ['rows', 'added', 'changed', 'unchanged', 'rejected'] as const;
  return (
    <section aria-label={t.history}>
      <Typography variant="h2">{t.history}</Typography>
      {data.length === 0 ? (
        <Typography>{t.noImports}</Typography>
      ) : (
        <TableContainer tabIndex={0}>
          <Table size="small">
            <TableHead>
              <TableRow>
                {heads.map((head) => (
                  <TableCell key={head} component="th" scope="col">
                    {head}
                  </TableCell>
                ))}
                {counts.map((name) => (
                  <TableCell key={name} component="th" scope="col" align="right">
                    {t[name]}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {data.map((item) => (
                <TableRow key={item.id}>
                  <TableCell>{item.commit}</TableCell>
                  <TableCell>{item.at === null ? '' : instant(item.at)}</TableCell>
                  <TableCell>{item.by === null ? t.commandLine : (item.by.name ?? t.nameHidden)}</TableCell>
                  <TableCell>{item.file}</TableCell>
                  {counts.map((name) => (
                    <TableCell key={name} align="right">
                      {number(item.counts[name])}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </section>
  );
}
