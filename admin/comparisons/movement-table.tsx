import { Typography } from '@mui/material';
import { fill } from '../../locales/index.ts';
import type { MovementView } from '../../schemas/index.ts';
import { directionOf, grouped, signed } from '../shared/figures.ts';
import { PlainTable } from '../shared/plain-table.tsx';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { Both, MetricFacts } from './movement-facts.ts';
import { restOf } from './movement-rest.ts';
import { texts } from './texts.ts';

interface Props {
  readonly movement: MovementView;
  readonly facts: readonly MetricFacts[];
}

/** The metrics that moved, line by line; what the rules and the data did adds up to the last line. */
export function MovementTable({ movement, facts }: Props) {
  const t = useTexts(texts);
  const label = useLabel();
  const { before, after, rule, data, person, name } = movement;
  const rest = restOf(movement);
  const change = (part: string | null) => (part === null ? '—' : signed(part));
  const moved = ({ before: from, after: to }: Both) => {
    const [was, is] = [from, to].map((figure) => (figure === null ? '—' : grouped(figure)));
    return from === to ? is : fill(t.fromTo, { before: was, after: is });
  };
  const some = (part: string | null) => part !== null && directionOf(part) !== 'same';
  const rounded = some(rest.rule) || some(rest.data);
  return (
    <>
      <PlainTable
        title={fill(t.details, { name: name ?? person })}
        columns={[
          { title: t.metric },
          { title: t.value, number: true },
          { title: t.score, number: true },
          { title: t.weightHead, number: true },
          { title: t.pointsBefore, number: true },
          { title: t.byRule, number: true },
          { title: t.byData, number: true },
          { title: t.pointsAfter, number: true },
        ]}
        rows={[
          ...facts.map((metric) => ({
            key: metric.id,
            cells: [
              label(metric.name),
              moved(metric.value),
              moved(metric.score),
              moved(metric.weight),
              metric.before ?? '—',
              change(metric.rule),
              change(metric.data),
              metric.after ?? '—',
            ],
          })),
          ...(rounded || some(rest.before) || some(rest.after)
            ? [
                {
                  key: ' rest',
                  cells: [
                    rounded ? t.othersAndRounding : t.others,
                    '',
                    '',
                    '',
                    rest.before ?? '—',
                    change(rest.rule),
                    change(rest.data),
                    rest.after ?? '—',
                  ],
                },
              ]
            : []),
          {
            key: ' sum',
            cells: [
              <strong key="sum">{t.sum}</strong>,
              '',
              '',
              '',
              before?.composite ?? '—',
              change(rule),
              change(data),
              after?.composite ?? '—',
            ],
          },
        ]}
      />
      <Typography variant="body2" color="text.secondary" sx={{ maxWidth: 960 }}>
        {t.pointsHint} {rounded && t.roundingHint}
      </Typography>
    </>
  );
}
