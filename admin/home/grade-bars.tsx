import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useGetOne } from 'react-admin';
import type { Distribution, ModelVersionView, RunView } from '../../schemas/index.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** A bar for each grade: a table that is also a picture. */
export function GradeBars({ distribution }: { readonly distribution: Distribution }) {
  const t = useTexts(texts);
  const label = useLabel();
  const grades = useGrades(distribution);
  const counts = new Map<string | null, number>();
  for (const { grade, count } of distribution.counts) counts.set(grade, (counts.get(grade) ?? 0) + count);
  const most = Math.max(1, ...counts.values());
  const order = [
    ...grades.keys(),
    ...[...counts.keys()].filter((grade) => grade === null || !grades.has(grade)),
  ];
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
        {order.map((grade) => {
          const name = grade === null ? undefined : grades.get(grade);
          const count = counts.get(grade) ?? 0;
          return (
            <TableRow key={grade ?? ''}>
              <TableCell component="th" scope="row">
                {name === undefined ? (grade ?? t.noGrade) : label(name)}
              </TableCell>
              <TableCell align="right">{count}</TableCell>
              <TableCell sx={{ width: '60%' }} aria-hidden>
                <Box
                  sx={{
                    height: 12,
                    borderRadius: 1,
                    bgcolor: 'primary.main',
                    width: `${(count / most) * 100}%`,
                  }}
                />
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

/** What the grades of a run's first model are called, from the best to the worst. */
function useGrades({ run }: Distribution) {
  const { data } = useGetOne<RunView>('runs', { id: run });
  const use = data?.models[0];
  const { data: version } = useGetOne<ModelVersionView>(
    'model-versions',
    { id: `${use?.key}@${use?.version}` },
    { enabled: use !== undefined },
  );
  return new Map((version?.document.grades ?? []).map(({ id, name }) => [id, name]));
}
