import { Typography } from '@mui/material';
import type { CurveScoring, DecimalInput, Scoring, StepsScoring } from '../../../schemas/index.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { DecimalField, OptionalDecimalField } from '../fields/decimal-field.tsx';
import { Row } from '../fields/row.tsx';
import type { MetricFieldsProps } from './metric-fields.ts';
import { texts } from './texts.ts';

interface Props extends Pick<MetricFieldsProps, 'set'> {
  readonly scoring: Exclude<Scoring, CurveScoring | StepsScoring>;
  readonly pointer: string;
}

/** The figures of a way of scoring that has only a few: limits, two points, a scale, a base. */
export function ScoringFigures({ scoring, pointer, set }: Props) {
  const t = useTexts(texts);
  const figure = (path: string, label: string, value: DecimalInput) => (
    <DecimalField
      key={path}
      label={label}
      pointer={`${pointer}/${path}`}
      value={value}
      onChange={(next) => set(`/scoring/${path}`, next)}
    />
  );
  if (scoring.kind === 'linear') {
    return (['from', 'to'] as const).map((point) => (
      <Row key={point}>
        {figure(`${point}/value`, t[`${point}Value`], scoring[point].value)}
        {figure(`${point}/score`, t[`${point}Score`], scoring[point].score)}
      </Row>
    ));
  }
  if (scoring.kind === 'rating') {
    return (
      <Row>
        {figure('from', t.lowestMark, scoring.from)}
        {figure('to', t.highestMark, scoring.to)}
      </Row>
    );
  }
  return (
    <>
      {scoring.kind === 'gapToTarget' && (
        <Row>
          {figure('base', t.base, scoring.base)}
          {figure('perUnit', t.perUnit, scoring.perUnit)}
        </Row>
      )}
      <Row>
        {(['floor', 'cap'] as const).map((limit) => (
          <OptionalDecimalField
            key={limit}
            label={t[limit]}
            pointer={`${pointer}/${limit}`}
            value={scoring[limit]}
            onChange={(value) => set(`/scoring/${limit}`, value)}
          />
        ))}
      </Row>
      <Typography variant="body2" color="text.secondary">
        {t.optional}
      </Typography>
    </>
  );
}
