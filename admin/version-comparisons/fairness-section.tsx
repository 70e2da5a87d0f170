import { Box, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { fill } from '../../locales/index.ts';
import type {
  DatasetView,
  FairnessReport,
  GroupRateView,
  Model,
  VersionComparisonView,
} from '../../schemas/index.ts';
import { PlainTable } from '../shared/plain-table.tsx';
import { Section } from '../shared/section.tsx';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

interface Props {
  readonly comparison: VersionComparisonView;
  readonly grades: Model['grades'];
}

/** Who gets a favourable grade, by the groups that HR declared, next to the group that does best. */
export function FairnessSection({ comparison: { fairness }, grades }: Props) {
  const t = useTexts(texts);
  return (
    <Section title={t.fairness} note={t.fairnessHint}>
      {fairness.length === 0 ? (
        <Typography>{t.noFairness}</Typography>
      ) : (
        fairness.map((report) => (
          <GroupTable key={`${report.dataset}/${report.column}`} report={report} grades={grades} />
        ))
      )}
    </Section>
  );
}

function GroupTable({
  report,
  grades,
}: {
  readonly report: FairnessReport;
  readonly grades: Model['grades'];
}) {
  const t = useTexts(texts);
  const label = useLabel();
  const { data = [] } = useGetList<DatasetView>('datasets', { pagination: { page: 1, perPage: 1000 } });
  const dataset = data.find(({ id }) => id === report.dataset)?.document;
  const column = dataset?.columns.find(({ id }) => id === report.column);
  const choiceOf = (group: string) => {
    const choice =
      column?.type === 'choice' ? column.choices.find(({ value }) => value === group) : undefined;
    return choice?.name === undefined ? group : label(choice.name);
  };
  const gradeOf = (id: string) => {
    const grade = grades.find((item) => item.id === id);
    return grade === undefined ? id : label(grade.name);
  };
  const title = fill(t.fairnessOf, {
    dataset: dataset === undefined ? report.dataset : label(dataset.name),
    column: column === undefined ? report.column : label(column.name),
    grades: report.favourable.map(gradeOf).join(', '),
  });
  const remarks = ({ isBelow, isSmall, ratio, low, high }: GroupRateView) => [
    ...(ratio !== null && low === null ? [t.bestGroup] : []),
    ...(isBelow ? [t.belowFourFifths] : []),
    ...(isBelow && low !== null && Number(low) <= 1 && Number(high) >= 1 ? [t.mayBeChance] : []),
    ...(isSmall ? [fill(t.smallGroup, { smallest: report.smallest })] : []),
  ];
  return (
    <Box>
      <Typography>{title}</Typography>
      <PlainTable
        title={title}
        columns={[
          { title: t.group },
          ...[t.people, t.rateBefore, t.rateAfter, t.ratioBefore, t.ratioAfter, t.interval].map((head) => ({
            title: head,
            number: true,
          })),
          { title: t.remark, wide: true },
        ]}
        rows={report.after.map((rate) => {
          const before = report.before.find(({ group }) => group === rate.group);
          return {
            key: rate.group,
            cells: [
              choiceOf(rate.group),
              rate.people,
              before === undefined ? '–' : `${before.rate} %`,
              `${rate.rate} %`,
              before?.ratio ?? '–',
              rate.ratio ?? '–',
              rate.low === null ? '–' : `${rate.low} – ${rate.high}`,
              remarks(rate).join(' · '),
            ],
          };
        })}
      />
      {report.unknown > 0 && <Typography>{fill(t.groupUnknown, { count: report.unknown })}</Typography>}
    </Box>
  );
}
