import { Box, Link as MuiLink, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { Link } from 'react-router-dom';
import type { Distribution } from '../../schemas/index.ts';
import { resultsAddress } from '../runs/distribution-props.ts';
import type { RunModels } from '../runs/use-run-models.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { gradeCounts } from './grade-counts.ts';
import { texts } from './texts.ts';

interface Props {
  readonly distribution: Distribution;
  readonly models: RunModels;
}

/** A bar for each grade: a table that is also a picture; each number leads to whom it counts. */
export function GradeBars({ distribution, models }: Props) {
  const t = useTexts(texts);
  const { number } = useFormat();
  const counts = gradeCounts(distribution, models.documents);
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const nameOf = (grade: string) =>
    [...models.documents.keys()].map((key) => models.gradeOf(key, grade)).find(({ rank }) => rank >= 0)
      ?.name ?? grade;
  return (
    <Table size="small" aria-label={t.grades}>
      <TableHead>
        <TableRow>
          <TableCell component="th" scope="col">
            {t.grade}
          </TableCell>
          <TableCell component="th" scope="col" align="right">
            {t.count}
          </TableCell>
          <TableCell aria-hidden />
        </TableRow>
      </TableHead>
      <TableBody>
        {counts.map(({ grade, count }) => (
          <TableRow key={grade ?? ''}>
            <TableCell component="th" scope="row">
              {grade === null ? t.noGrade : nameOf(grade)}
            </TableCell>
            <TableCell align="right">
              {grade === null || count === 0 ? (
                number(count)
              ) : (
                <MuiLink component={Link} to={resultsAddress(distribution.run, { grade })}>
                  {number(count)}
                </MuiLink>
              )}
            </TableCell>
            <TableCell sx={{ width: '60%' }} aria-hidden>
              <Box
                sx={{ height: 12, borderRadius: 1, bgcolor: 'primary.main' }}
                style={{ width: `${(count / most) * 100}%` }}
              />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
