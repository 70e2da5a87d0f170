import EditIcon from '@mui/icons-material/Edit';
import {
  Button,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { Fragment } from 'react';
import { fill } from '../../locales/index.ts';
import type { Metric, Model, Scoring } from '../../schemas/index.ts';
import { useStages } from '../people/use-stages.ts';
import { useDraft } from '../shared/use-draft.ts';
import { useLabel } from '../texts/use-label.ts';
import { useLanguage } from '../texts/use-language.ts';
import { useTexts } from '../texts/use-texts.ts';
import { readerOf, valueText } from './diff/values.ts';
import { decimalText } from './document/decimal-input.ts';
import { withValueAt } from './document/pointer.ts';
import { DecimalField } from './fields/decimal-field.tsx';
import { texts as metricTexts } from './metric/texts.ts';
import { texts } from './texts.ts';
import { WeightSumLine } from './weight-sum-line.tsx';
import { WeightControls } from './weights/weight-controls.tsx';
import { groupWeights } from './weights/weights.ts';

interface Props {
  readonly document: Model;
  readonly onChange?: (document: Model) => void;
  /** Opens all that a metric says, by its place in the model. */
  readonly onEdit?: (at: number) => void;
}

/** The metrics by group with their weights, and what the weights add up to. */
export function MetricsTable({ document, onChange, onEdit }: Props) {
  const t = useTexts(texts);
  const label = useLabel();
  const [kept, keepLocked] = useDraft<readonly string[]>(`weight-locks/${document.key}`);
  const locked = new Set(kept);
  const onLock = (id: string) => {
    const next = locked.has(id) ? [...locked].filter((other) => other !== id) : [...locked, id];
    keepLocked(next.length === 0 ? undefined : next);
  };
  const heads = [t.metric, t.weight, t.target, t.scoring, t.whenMissing, t.formula];
  const editing = { ...(onChange && { onChange }), ...(onEdit && { onEdit }), locked, onLock };
  // A metric of a group that is not there stands at the end, so that it can be put right.
  const groups = new Set(document.groups.map(({ id }) => id));
  const astray = document.metrics.flatMap(({ group }, at) => (groups.has(group) ? [] : [at]));
  return (
    <section aria-label={t.metrics}>
      <Typography variant="h2">{t.metrics}</Typography>
      <WeightSumLine document={document} locked={locked} {...(onChange !== undefined && { onChange })} />
      <TableContainer tabIndex={0}>
        <Table size="small" sx={{ minWidth: 960 }}>
          <TableHead>
            <TableRow>
              {heads.map((head) => (
                <TableCell key={head} component="th" scope="col">
                  {head}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {groupWeights(document).map(({ id, index, depth, weight, metrics }) => (
              <Fragment key={id}>
                <TableRow>
                  <TableCell component="th" scope="rowgroup" sx={{ fontWeight: 600, pl: 2 + depth * 2 }}>
                    {label(document.groups[index]!.name)}
                  </TableCell>
                  <TableCell sx={{ fontWeight: 600 }}>{weight}</TableCell>
                  <TableCell colSpan={4} />
                </TableRow>
                {metrics.map((at) => (
                  <MetricRow key={at} document={document} at={at} {...editing} />
                ))}
              </Fragment>
            ))}
            {astray.map((at) => (
              <MetricRow key={at} document={document} at={at} {...editing} />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </section>
  );
}

interface RowProps extends Props {
  readonly at: number;
  readonly locked: ReadonlySet<string>;
  readonly onLock: (id: string) => void;
}

function MetricRow({ document, at, onChange, onEdit, locked, onLock }: RowProps) {
  const t = useTexts(texts);
  const { edit } = useTexts(metricTexts);
  const label = useLabel();
  const { name: stageName } = useStages();
  const metric = document.metrics[at]!;
  const name = label(metric.name);
  const field = (column: string, inner: string, value: string | number, title: string) =>
    onChange === undefined ? (
      decimalText(value)
    ) : (
      <DecimalField
        label={title}
        column={column}
        pointer={`/metrics/${at}/${inner}`}
        value={value}
        onChange={(next) => onChange(withValueAt(document, `/metrics/${at}/${inner}`, next))}
      />
    );
  const { scoring, target } = metric;
  // A cap has a field of its own beside it; the figures of the other ways are read as a sentence.
  const { cap: _cap, ...uncapped }: Scoring & { readonly cap?: unknown } = scoring;
  const reader = readerOf(document, useLanguage(), stageName);
  const lower = metric.direction === 'lowerIsBetter';
  const scoringWords = valueText(reader, 'scoring', uncapped, 'metrics', 'scoring', lower);
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ pl: onEdit === undefined ? 4 : 1, width: 180 }}>
        {onEdit === undefined ? (
          name
        ) : (
          <Button
            startIcon={<EditIcon />}
            aria-label={fill(edit, { metric: name })}
            onClick={() => onEdit(at)}
            sx={{ textAlign: 'left' }}
          >
            {name}
          </Button>
        )}
      </TableCell>
      <TableCell>
        {field('weight', 'weight', metric.weight, fill(t.weightOf, { metric: name }))}
        {onChange !== undefined && (
          <WeightControls
            name={name}
            weight={metric.weight}
            locked={locked.has(metric.id)}
            onLock={() => onLock(metric.id)}
            onChange={(next) => onChange(withValueAt(document, `/metrics/${at}/weight`, next))}
          />
        )}
      </TableCell>
      <TableCell>
        {target?.kind === 'constant'
          ? field('target', 'target/value', target.value, fill(t.targetOf, { metric: name }))
          : target?.kind === 'condition' || target?.kind === 'levels'
            ? valueText(reader, 'target', target, 'metrics', 'target')
            : targetText(metric, document, t, label, stageName)}
      </TableCell>
      <TableCell>
        {scoringWords ?? t[`kind_${scoring.kind}`]}
        {'cap' in scoring && scoring.cap !== undefined && (
          <>
            {' · '}
            {t.cap} {field('cap', 'scoring/cap', scoring.cap, fill(t.capOf, { metric: name }))}
          </>
        )}
      </TableCell>
      <TableCell>{t[`missing_${metric.whenMissing}`]}</TableCell>
      <TableCell>
        <code>{metric.formula}</code>
      </TableCell>
    </TableRow>
  );
}

function targetText(
  { target }: Metric,
  document: Model,
  t: { readonly target_measure: string },
  label: ReturnType<typeof useLabel>,
  stageName: (id: string) => string,
): string {
  if (target?.kind === 'measure') {
    const measure = document.measures.find(({ id }) => id === target.measure);
    return fill(t.target_measure, { measure: measure === undefined ? target.measure : label(measure.name) });
  }
  if (target?.kind !== 'stage') return '';
  return target.stages.map(({ stage, value }) => `${stageName(stage)} ${value}`).join(' · ');
}
