import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { fill } from '../../locales/index.ts';
import type { UploadView } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** The first rows of a file, so that a wrong file is seen at once. */
export function FilePreview({ upload }: { readonly upload: UploadView }) {
  const t = useTexts(texts);
  return (
    <section aria-label={t.fileLooks}>
      <Typography variant="h2">{upload.name}</Typography>
      <Typography color="text.secondary">
        {fill(t.encodingIs, {
          bytes: new Intl.NumberFormat().format(upload.bytes),
          encoding: upload.encoding ?? '?',
        })}
      </Typography>
      <TableContainer tabIndex={0}>
        <Table size="small">
          <TableHead>
            <TableRow>
              {upload.header.map((name, index) => (
                <TableCell key={`${index}-${name}`} component="th" scope="col">
                  {name}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {upload.rows.slice(0, 5).map((row, index) => (
              <TableRow key={index}>
                {row.map((cell, at) => (
                  <TableCell key={at} sx={{ whiteSpace: 'nowrap' }}>
                    {cell}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </section>
  );
}
