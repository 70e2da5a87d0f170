import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import type { Scoring } from '../../../schemas/index.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { focusField } from '../editing/pointer-fields.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { Row } from '../fields/row.tsx';
import { CurveFields } from './curve-fields.tsx';
import type { MetricFieldsProps } from './metric-fields.ts';
import { ScoringFigures } from './scoring-figures.tsx';
import { scoresByTarget, scoringKinds, withKind } from './scorings.ts';
import { StepsFields } from './steps-fields.tsx';
import { texts } from './texts.ts';

/** How the result becomes a score: the way, and its figures. */
export function ScoringFields({ at, metric, set }: MetricFieldsProps) {
  const t = useTexts(texts);
  const { scoring, direction } = metric;
  const pointer = `/metrics/${at}/scoring`;
  const lower = direction === 'lowerIsBetter';
  // Going back to a way of scoring brings its figures back.
  const [before, setBefore] = useState<Partial<Record<Scoring['kind'], Scoring>>>({});
  const nameOf = (kind: Scoring['kind']) =>
    lower && (kind === 'asIs' || kind === 'ratioToTarget') ? t[`kind_${kind}_lower`] : t[`kind_${kind}`];
  return (
    <>
      <Row>
        <ChoiceField
          label={t.scoringKind}
          pointer={pointer}
          value={scoring.kind}
          options={scoringKinds.map((id) => ({ id, name: nameOf(id) }))}
          hint={t[`means_${scoring.kind}${lower ? '_lower' : ''}`]}
          onChange={(kind) => {
            setBefore({ ...before, [scoring.kind]: scoring });
            set('/scoring', before[kind] ?? withKind(scoring, kind, direction));
          }}
        />
      </Row>
      {scoresByTarget(scoring) && metric.target === undefined && (
        <Alert
          severity="info"
          action={
            <Button
              color="inherit"
              onClick={({ currentTarget }) => {
                focusField(currentTarget.closest('[role="dialog"]')!, `/metrics/${at}/target`);
              }}
            >
              {t.chooseTarget}
            </Button>
          }
        >
          {t.needsTarget}
        </Alert>
      )}
      {scoring.kind === 'curve' ? (
        <CurveFields scoring={scoring} pointer={pointer} set={set} />
      ) : scoring.kind === 'steps' ? (
        <StepsFields scoring={scoring} pointer={pointer} set={set} />
      ) : (
        <ScoringFigures scoring={scoring} pointer={pointer} set={set} />
      )}
    </>
  );
}
