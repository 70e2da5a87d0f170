import { Box, Button, Typography } from '@mui/material';
import { useRecordContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { MovementMetric, MovementView } from '../../schemas/index.ts';
import { directionOf, signed } from '../shared/figures.ts';
import { PlainTable } from '../shared/plain-table.tsx';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { modelOf, type BothModels } from './both-models.ts';
import { isSomething, remainderOf } from './movement-sums.ts';
import { ruleChanges, type RuleChange } from './rule-changes.ts';
import { texts } from './texts.ts';

interface Props {
  readonly models: BothModels;
  readonly runs: { readonly before: string; readonly after: string };
}

/** What made one person move: a sentence for each metric, and the table in which the parts add up to the whole. */
export function MovementDetails({ models, runs }: Props) {
  const t = useTexts(texts);
  const movement = useRecordContext<MovementView>();
  if (movement === undefined) return null;
  const { before, after, person, name } = movement;
  const keys = [before, after].map((side) => side?.model);
  return (
    <Box
      component="section"
      aria-label={fill(t.details, { name: name ?? person })}
      sx={{ display: 'grid', gap: 1, p: 1, minWidth: 0 }}
    >
      {movement.cause === 'joined' && <Typography>{t.joinedHint}</Typography>}
      {movement.cause === 'left' && <Typography>{t.leftHint}</Typography>}
      {before !== null && after !== null && keys[0] !== keys[1] && (
        <Typography>
          {fill(t.modelMove, {
            before: models.before.modelName(before.model),
            after: models.after.modelName(after.model),
          })}
        </Typography>
      )}
      {before !== null && after !== null && <Sentences movement={movement} models={models} />}
      {movement.metrics.length > 0 && <Sums movement={movement} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {(['before', 'after'] as const).map(
          (side) =>
            movement[side] !== null && (
              <Button
                key={side}
                size="small"
                component={Link}
                to={`/statements/${encodeURIComponent(`${runs[side]}~${person}`)}`}
              >
                {fill(t.toStatement, { which: t[side] })}
              </Button>
            ),
        )}
      </Box>
    </Box>
  );
}

function Sentences({ movement, models }: { readonly movement: MovementView; readonly models: BothModels }) {
  const t = useTexts(texts);
  const label = useLabel();
  const [old, now] = [modelOf(models.before, movement.before), modelOf(models.after, movement.after)];
  const limit = (value: string | number | null) => value ?? t.noLimit;
  const why = (change: RuleChange) =>
    'before' in change
      ? fill(t[change.kind], { before: limit(change.before), after: limit(change.after) })
      : t[change.kind];
  const partsOf = ({ id, rule, data }: MovementMetric): string => {
    const changes = ruleChanges(old, now, id).map(why).join(', ');
    const parts = [
      ...(rule === null || (directionOf(rule) === 'same' && changes === '')
        ? []
        : [
            changes === ''
              ? fill(t.rulePart, { change: signed(rule) })
              : fill(t.rulePartWhy, { why: changes, change: signed(rule) }),
          ]),
      ...(data === null || directionOf(data) === 'same' ? [] : [fill(t.dataPart, { change: signed(data) })]),
    ];
    return parts.length === 0 ? t.unknownPart : parts.join('; ');
  };
  if (movement.metrics.length === 0) return <Typography>{t.noDetails}</Typography>;
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {movement.metrics.map((metric) => (
        <li key={metric.id}>{fill(t.sentence, { metric: label(metric.name), parts: partsOf(metric) })}</li>
      ))}
    </Box>
  );
}

function Sums({ movement }: { readonly movement: MovementView }) {
  const t = useTexts(texts);
  const label = useLabel();
  const { before, after, rule, data, metrics, person, name } = movement;
  const remainder = remainderOf(movement);
  const rest = isSomething(remainder.rule) || isSomething(remainder.data);
  const change = (part: string | null) => (part === null ? '—' : signed(part));
  return (
    <>
      <PlainTable
        title={fill(t.details, { name: name ?? person })}
        columns={[
          { title: t.metric },
          { title: t.pointsBefore, number: true },
          { title: t.byRule, number: true },
          { title: t.byData, number: true },
          { title: t.pointsAfter, number: true },
        ]}
        rows={[
          ...metrics.map((metric) => ({
            key: metric.id,
            cells: [
              label(metric.name),
              metric.before ?? '—',
              change(metric.rule),
              change(metric.data),
              metric.after ?? '—',
            ],
          })),
          ...(rest
            ? [
                {
                  key: ' rest',
                  cells: [t.remainder, '', change(remainder.rule), change(remainder.data), ''],
                },
              ]
            : []),
          {
            key: ' sum',
            cells: [t.sum, before?.composite ?? '—', change(rule), change(data), after?.composite ?? '—'],
          },
        ]}
      />
      {rest && (
        <Typography variant="body2" color="text.secondary">
          {t.remainderHint}
        </Typography>
      )}
    </>
  );
}
