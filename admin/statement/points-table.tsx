import { Typography } from '@mui/material';
import { fill } from '../../locales/index.ts';
import { grouped } from '../shared/figures.ts';
import { PlainTable } from '../shared/plain-table.tsx';
import { Section } from '../shared/section.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { extraLines, overlayLines } from '../../sentences/extra-lines.ts';
import { adjustmentSource } from './source-figures.ts';
import { Sources } from './sources.tsx';
import { compositeLine } from './grade-view.ts';
import type { MetricBlock } from './metric-block.ts';
import { pointsSum } from './points-sum.ts';
import { texts } from './texts.ts';
import type { View } from './view.ts';

interface Props {
  readonly view: View;
  readonly blocks: readonly MetricBlock[];
}

/** All metrics at a glance; their points add up to the composite. */
export function PointsTable({ view, blocks }: Props) {
  const t = useTexts(texts);
  const { points, weights, whole } = pointsSum(blocks);
  const { base, composite } = view.result;
  return (
    <Section title={t.overview}>
      <PlainTable
        title={t.overview}
        columns={[
          { title: t.metric },
          { title: t.actual, number: true },
          { title: t.target, number: true },
          { title: t.score, number: true },
          { title: t.weightHead, number: true },
          { title: t.part, number: true },
        ]}
        rows={[
          ...blocks.map(({ id, name, actual, target, score, weight, part }) => ({
            key: id,
            cells: [
              name,
              actual ?? t.missing,
              target === null ? '—' : target,
              score ?? '—',
              part === null ? `(${weight})` : weight,
              part ?? t.noPoints,
            ],
          })),
          {
            key: ' sum',
            cells: [
              <strong key="sum">{t.sumOfParts}</strong>,
              '',
              '',
              '',
              weights,
              <strong key="points">{points}</strong>,
            ],
          },
        ]}
      />
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {composite === null || base !== undefined
          ? compositeLine(view)
          : fill(whole ? t.sumIsComposite : t.sumIsPart, {
              points,
              weights,
              composite: grouped(composite),
              sign: compositeLine(view).includes('≈') ? '≈' : '=',
            })}
      </Typography>
      {[...overlayLines(view), ...extraLines(view)].map((line) => (
        <Typography key={line} sx={{ overflowWrap: 'anywhere' }}>
          {line}
        </Typography>
      ))}
      <Sources block={{ sources: adjustmentSource(view) }} statement={view.statement} />
      {!whole && (
        <Typography variant="body2" color="text.secondary">
          {t.leftOut}
        </Typography>
      )}
    </Section>
  );
}
