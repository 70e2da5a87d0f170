import { Link as MuiLink } from '@mui/material';
import { Link } from 'react-router-dom';
import { useTexts } from '../texts/use-texts.ts';
import { resultsAddress, type DistributionProps } from './distribution-props.ts';
import type { GradeGroup } from './distribution-view.ts';
import { PlainTable } from '../shared/plain-table.tsx';
import { texts } from './texts.ts';

/** The numbers of the bars; each leads to the results it counts. */
export function DistributionTable({ run, by, grades, all, groups, gradeName, groupName }: DistributionProps) {
  const t = useTexts(texts);
  const cell = (group: GradeGroup, grade: string | null, count: number) => {
    if (count === 0 || grade === null) return count;
    const filter = { grade, ...(group === all ? {} : { [by]: group.key }) };
    return (
      <MuiLink component={Link} to={resultsAddress(run, filter)}>
        {count}
      </MuiLink>
    );
  };
  const rowOf = (group: GradeGroup, name: string) => ({
    key: group.key,
    cells: [name, ...group.counts.map(({ grade, count }) => cell(group, grade, count)), group.total],
  });
  return (
    <PlainTable
      title={t.distribution}
      columns={[
        { title: by === 'model' ? t.model : t.team },
        ...grades.map((grade) => ({ title: gradeName(grade).name, number: true })),
        { title: t.total, number: true },
      ]}
      rows={[...groups.map((group) => rowOf(group, groupName(group.key))), rowOf(all, t.all)]}
    />
  );
}
