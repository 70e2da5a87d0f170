import { Box, Button } from '@mui/material';
import type { CurveScoring } from '../../../schemas/index.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { isDecimal } from '../document/decimal-input.ts';
import { FigureRows } from '../fields/figure-rows.tsx';
import type { MetricFieldsProps } from './metric-fields.ts';
import { CurveHandles } from './curve-handles.tsx';
import { withPoint, withPointAfter } from './scorings.ts';
import { texts } from './texts.ts';

interface Props extends Pick<MetricFieldsProps, 'set'> {
  readonly scoring: CurveScoring;
  readonly pointer: string;
}

/** How few and how many points a curve has. */
const [fewest, most] = [2, 50];

/** The points of a curve: which result has which score. */
export function CurveFields({ scoring: { points }, pointer, set }: Props) {
  const t = useTexts(texts);
  const full = points.length >= most;
  return (
    <>
      {points.every(({ value, score }) => isDecimal(value) && isDecimal(score)) && (
        <CurveHandles points={points} onChange={(next) => set('/scoring/points', next)} />
      )}
      <FigureRows
        title={t.points}
        head={t.pointHead}
        buttonsHead={t.change}
        columns={[
          { key: 'value', title: t.previewResult, label: t.pointValueOf },
          { key: 'score', title: t.previewScore, label: t.pointScoreOf },
        ]}
        rows={points}
        pointer={`${pointer}/points`}
        onChange={(index, key, value) => set(`/scoring/points/${index}/${key}`, value)}
        insert={{
          title: t.insertPoint,
          disabled: full,
          onClick: (index) => set('/scoring/points', withPointAfter(points, index)),
        }}
        remove={{
          title: t.removePoint,
          disabled: points.length <= fewest,
          onClick: (index) => set(`/scoring/points/${index}`, undefined),
        }}
      />
      <Box>
        <Button variant="outlined" disabled={full} onClick={() => set('/scoring/points', withPoint(points))}>
          {t.addPoint}
        </Button>
      </Box>
    </>
  );
}
