import { Box, Button } from '@mui/material';
import { fill } from '../../../../locales/index.ts';
import type { Issue } from '../../../../schemas/index.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import { formulaPlace } from './place.ts';
import { texts } from './texts.ts';

interface Props {
  readonly formula: string;
  readonly findings: readonly Issue[];
  readonly onChoose: (from: number, to: number) => void;
}

/** The places of a formula that something is wrong with, each marked; choosing one selects it in the field. */
export function FormulaPlaces({ formula, findings, onChoose }: Props) {
  const t = useTexts(texts);
  const places = findings.flatMap((issue) => formulaPlace(formula, issue) ?? []);
  if (places.length === 0) return null;
  return (
    <Box role="group" aria-label={t.places} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {places.map(({ from, to, before, marked, after }, index) => (
        <Button
          key={index}
          variant="outlined"
          color="error"
          size="small"
          title={fill(t.goTo, { word: marked === '' ? t.end : marked })}
          onClick={() => onChoose(from, to)}
          sx={{ textTransform: 'none', fontFamily: 'monospace', textAlign: 'left', overflowWrap: 'anywhere' }}
        >
          <span>
            {before}
            <Box
              component="mark"
              sx={{
                bgcolor: 'error.main',
                color: 'error.contrastText',
                borderRadius: 0.5,
                px: 0.25,
                whiteSpace: 'pre-wrap',
              }}
            >
              {marked === '' ? '\u00a0' : marked}
            </Box>
            {after}
          </span>
        </Button>
      ))}
    </Box>
  );
}
