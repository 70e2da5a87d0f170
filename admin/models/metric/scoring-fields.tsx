import { Typography } from '@mui/material';
import { useState } from 'react';
import type { Scoring } from '../../../schemas/index.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { DecimalField, OptionalDecimalField } from '../fields/decimal-field.tsx';
import { Row } from '../fields/row.tsx';
import type { MetricFieldsProps } from './metric-fields.ts';
import { scoringKinds, withKind } from './scorings.ts';
import { StepsFields } from './steps-fields.tsx';
import { texts } from './texts.ts';

/** How the result becomes a score: the way, and its figures. */
export function ScoringFields({ at, metric, set }: MetricFieldsProps) {
  const t = useTexts(texts);
  const { scoring, direction } = metric;
  const pointer = `/metrics/${at}/scoring`;
  // Going back to a way of scoring brings its figures back.
  const [before, setBefore] = useState<Partial<Record<Scoring['kind'], Scoring>>>({});
  return (
    <>
      <Row>
        <ChoiceField
          label={t.scoringKind}
          pointer={pointer}
          value={scoring.kind}
          options={scoringKinds.map((id) => ({ id, name: t[`kind_${id}`] }))}
          onChange={(kind) => {
            setBefore({ ...before, [scoring.kind]: scoring });
            set('/scoring', before[kind] ?? withKind(scoring, kind, direction));
          }}
        />
      </Row>
      {(scoring.kind === 'asIs' || scoring.kind === 'ratioToTarget') && (
        <>
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
      )}
      {scoring.kind === 'linear' &&
        (['from', 'to'] as const).map((point) => (
          <Row key={point}>
            <DecimalField
              label={t[`${point}Value`]}
              pointer={`${pointer}/${point}/value`}
              value={scoring[point].value}
              onChange={(value) => set(`/scoring/${point}/value`, value)}
            />
            <DecimalField
              label={t[`${point}Score`]}
              pointer={`${pointer}/${point}/score`}
              value={scoring[point].score}
              onChange={(score) => set(`/scoring/${point}/score`, score)}
            />
          </Row>
        ))}
      {scoring.kind === 'steps' && <StepsFields scoring={scoring} pointer={pointer} set={set} />}
    </>
  );
}
