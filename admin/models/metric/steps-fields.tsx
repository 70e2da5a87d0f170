import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Box, Button, IconButton, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { fill } from '../../../locales/index.ts';
import type { StepsScoring } from '../../../schemas/index.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { DecimalField } from '../fields/decimal-field.tsx';
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
      <Table size="small" aria-label={t.steps} sx={{ width: 'auto', '& td, & th': { px: 0.5 } }}>
        <TableHead>
          <TableRow>
            {[t.step, t.stepFrom, t.stepScore, t.remove].map((head) => (
              <TableCell key={head} component="th" scope="col">
                {head}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {scoring.steps.map((step, index) => {
            const number = index + 1;
            return (
              <TableRow key={index}>
                <TableCell component="th" scope="row">
                  {number}
                </TableCell>
                {(['from', 'score'] as const).map((part) => (
                  <TableCell key={part}>
                    <DecimalField
                      label={fill(part === 'from' ? t.stepFromOf : t.stepScoreOf, { number })}
                      column={`step-${part}`}
                      pointer={`${pointer}/steps/${index}/${part}`}
                      value={step[part]}
                      onChange={(value) => set(`/scoring/steps/${index}/${part}`, value)}
                    />
                  </TableCell>
                ))}
                <TableCell>
                  <IconButton
                    aria-label={fill(t.removeStep, { number })}
                    disabled={scoring.steps.length === 1}
                    onClick={() => set(`/scoring/steps/${index}`, undefined)}
                  >
                    <DeleteIcon />
                  </IconButton>
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
      <Box>
        <Button variant="outlined" onClick={() => set('/scoring/steps', withStep(scoring.steps))}>
          {t.addStep}
        </Button>
      </Box>
    </>
  );
}
