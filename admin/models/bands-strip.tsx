import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { fill } from '../../locales/index.ts';
import type { Model } from '../../schemas/index.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { limitsOf, stripOf, withLimit } from './bands/strip.ts';
import { DecimalField } from './decimal-field.tsx';
import { texts } from './texts.ts';

interface Props {
  readonly document: Model;
  readonly onChange?: (document: Model) => void;
}

/** The bands drawn on a strip, as a table, and their limits to change: moving one leaves no hole. */
export function BandsStrip({ document, onChange }: Props) {
  const t = useTexts(texts);
  const label = useLabel();
  const strip = stripOf(document.bands);
  const gradeName = (id: string) => {
    const grade = document.grades.find((item) => item.id === id);
    return grade === undefined ? id : label(grade.name);
  };
  return (
    <section aria-label={t.bands}>
      <Typography variant="h2">{t.bands}</Typography>
      <Box aria-hidden sx={{ display: 'flex', height: 36, borderRadius: 1, overflow: 'hidden', my: 1 }}>
        {strip.map(({ index, grade, width }, place) => (
          <Box
            key={index}
            sx={{
              width: `${width}%`,
              bgcolor: place % 2 === 0 ? 'primary.main' : 'primary.light',
              color: 'primary.contrastText',
              display: 'grid',
              placeItems: 'center',
              overflow: 'hidden',
              borderRight: '2px solid white',
            }}
          >
            {gradeName(grade)}
          </Box>
        ))}
      </Box>
      <Table size="small" sx={{ width: 'auto' }}>
        <TableHead>
          <TableRow>
            <TableCell component="th" scope="col">
              {t.grade}
            </TableCell>
            <TableCell component="th" scope="col">
              {t.band}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {strip.toReversed().map(({ index, grade, edges }) => (
            <TableRow key={index}>
              <TableCell component="th" scope="row">
                {gradeName(grade)}
              </TableCell>
              <TableCell>{edges}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {onChange !== undefined && (
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', mt: 1 }}>
          {limitsOf(document.bands).map(({ above, value }, place) => {
            const name = fill(t.limit, { grade: gradeName(document.bands[above]!.grade) });
            return (
              <Box key={above} component="label" sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
                {name}
                <DecimalField
                  label={name}
                  value={value}
                  onChange={(next) => {
                    const bands = withLimit(document.bands, place, next);
                    if (bands !== undefined) onChange({ ...document, bands });
                  }}
                />
              </Box>
            );
          })}
        </Box>
      )}
    </section>
  );
}
