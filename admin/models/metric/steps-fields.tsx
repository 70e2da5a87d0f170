import { Box, Button } from '@mui/material';
import type { StepsScoring } from '../../../schemas/index.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { DecimalField } from '../fields/decimal-field.tsx';
import { FigureRows } from '../fields/figure-rows.tsx';
import { Row } from '../fields/row.tsx';
import type { MetricFieldsProps } from './metric-fields.ts';
import { withStep } from './scorings.ts';
import { texts } from './texts.ts';

interface Props extends Pick<MetricFieldsProps, 'set'> {
  readonly scoring: StepsScoring;
  readonly pointer: string;
}

/** The steps of a ladder: from which result on which score, and the score under all of them. */
export function StepsFields({ scoring, pointer, set }: Props) {
  const t = useTexts(texts);
  const { steps } = scoring;
  return (
    <>
      <Row>
        <DecimalField
          label={t.below}
          pointer={`${pointer}/below`}
          value={scoring.below}
          onChange={(value) => set('/scoring/below', value)}
        />
      </Row>
      <FigureRows
        title={t.steps}
        head={t.step}
        buttonsHead={t.remove}
        columns={[
          { key: 'from', title: t.stepFrom, label: t.stepFromOf },
          { key: 'score', title: t.stepScore, label: t.stepScoreOf },
        ]}
        rows={steps}
        pointer={`${pointer}/steps`}
        onChange={(index, key, value) => set(`/scoring/steps/${index}/${key}`, value)}
        remove={{
          title: t.removeStep,
          disabled: steps.length === 1,
          onClick: (index) => set(`/scoring/steps/${index}`, undefined),
        }}
      />
      <Box>
        <Button
          variant="outlined"
          disabled={steps.length === 100}
          onClick={() => set('/scoring/steps', withStep(steps))}
        >
          {t.addStep}
        </Button>
      </Box>
    </>
  );
}
