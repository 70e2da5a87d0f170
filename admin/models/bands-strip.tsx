import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography, useTheme } from '@mui/material';
import type { Model } from '../../schemas/index.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { LimitHandles } from './bands/limit-handles.tsx';
import { Limits } from './bands/limits.tsx';
import { stripOf } from './bands/strip.ts';
import { readableOn } from './bands/text-colour.ts';
import { texts } from './texts.ts';

interface Props {
  readonly document: Model;
  readonly onChange?: (document: Model) => void;
}

/** The bands drawn on a strip, as a table, and their limits to change: moving one leaves no hole. */
export function BandsStrip({ document, onChange }: Props) {
  const t = useTexts(texts);
  const label = useLabel();
  const { palette } = useTheme();
  const strip = stripOf(document.bands);
  const gradeName = (id: string) => {
    const grade = document.grades.find((item) => item.id === id);
    return grade === undefined ? id : label(grade.name);
  };
  return (
    <section aria-label={t.bands}>
      <Typography variant="h2">{t.bands}</Typography>
      <Box aria-hidden sx={{ display: 'flex', height: 36, borderRadius: 1, overflow: 'hidden', my: 1 }}>
        {strip.map(({ index, grade, width }, place) => {
          const colour = place % 2 === 0 ? palette.primary.main : palette.primary.light;
          return (
            <Box
              key={index}
              sx={{
                width: `${width}%`,
                bgcolor: colour,
                color: readableOn(colour),
                lineHeight: '36px',
                px: 0.5,
                textAlign: 'center',
                whiteSpace: 'nowrap',
                textOverflow: 'ellipsis',
                overflow: 'hidden',
                borderRight: '2px solid',
                borderColor: 'background.paper',
              }}
            >
              {gradeName(grade)}
            </Box>
          );
        })}
      </Box>
      {onChange !== undefined && (
        <LimitHandles document={document} gradeName={gradeName} onChange={onChange} />
      )}
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
      {onChange !== undefined && <Limits document={document} gradeName={gradeName} onChange={onChange} />}
    </section>
  );
}
