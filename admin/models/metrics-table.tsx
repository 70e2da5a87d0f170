import {
  Alert,
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
import type { Metric, Model } from '../../schemas/index.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { DecimalField } from './decimal-field.tsx';
import { decimalText } from './document/decimal-input.ts';
import { withValueAt } from './document/pointer.ts';
import { texts } from './texts.ts';
import { normalised } from './weights/share-out.ts';
import { groupWeights, weightSum } from './weights/weights.ts';

interface Props {
  readonly document: Model;
  readonly onChange?: (document: Model) => void;
}

/** The metrics by group with their weights, and what the weights add up to. */
export function MetricsTable({ document, onChange }: Props) {
  const t = useTexts(texts);
  const label = useLabel();
  const heads = [t.metric, t.weight, t.target, t.scoring, t.whenMissing, t.formula];
  return (
    <section aria-label={t.metrics}>
      <Typography variant="h2">{t.metrics}</Typography>
      <WeightSumLine document={document} {...(onChange !== undefined && { onChange })} />
      <TableContainer tabIndex={0}>
        <Table size="small">
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
                  <MetricRow
                    key={at}
                    document={document}
                    at={at}
                    {...(onChange !== undefined && { onChange })}
                  />
                ))}
              </Fragment>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </section>
  );
}

function MetricRow({ document, at, onChange }: Props & { readonly at: number }) {
  const t = useTexts(texts);
  const label = useLabel();
  const metric = document.metrics[at]!;
  const name = label(metric.name);
  const field = (pointer: string, value: string | number, title: string) =>
    onChange === undefined ? (
      decimalText(value)
    ) : (
      <DecimalField
        label={title}
        value={value}
        onChange={(next) => onChange(withValueAt(document, `/metrics/${at}/${pointer}`, next))}
      />
    );
  const { scoring, target } = metric;
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ pl: 4 }}>
        {name}
      </TableCell>
      <TableCell>{field('weight', metric.weight, fill(t.weightOf, { metric: name }))}</TableCell>
      <TableCell>
        {target?.kind === 'constant'
          ? field('target/value', target.value, fill(t.targetOf, { metric: name }))
          : targetText(metric, document, t, label)}
      </TableCell>
      <TableCell>
        {t[`kind_${scoring.kind}`]}
        {'cap' in scoring && scoring.cap !== undefined && (
          <>
            {' · '}
            {t.cap} {field('scoring/cap', scoring.cap, fill(t.capOf, { metric: name }))}
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
  t: { readonly target_measure: string; readonly target_stage: string },
  label: ReturnType<typeof useLabel>,
): string {
  if (target?.kind === 'measure') {
    const measure = document.measures.find(({ id }) => id === target.measure);
    return fill(t.target_measure, { measure: measure === undefined ? target.measure : label(measure.name) });
  }
  return target?.kind === 'stage' ? t.target_stage : '';
}

function WeightSumLine({ document, onChange }: Props) {
  const t = useTexts(texts);
  const { sum, off, state } = weightSum(document.metrics);
  const says = { exact: t.sumExact, under: t.sumUnder, over: t.sumOver, unreadable: t.sumUnreadable }[state];
  const normalise = () => {
    const weights = normalised(document.metrics.map(({ weight }) => weight));
    onChange?.({
      ...document,
      metrics: document.metrics.map((metric, index) => ({ ...metric, weight: weights[index]! })),
    });
  };
  return (
    <Alert
      severity={state === 'exact' ? 'success' : 'warning'}
      role="status"
      sx={{ my: 1, fontSize: '1rem' }}
      {...(onChange !== undefined &&
        (state === 'under' || state === 'over') && {
          action: <Button onClick={normalise}>{t.normalise}</Button>,
        })}
    >
      {fill(says, { sum, off })}
    </Alert>
  );
}
