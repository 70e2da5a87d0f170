import LockIcon from '@mui/icons-material/Lock';
import OpenIcon from '@mui/icons-material/LockOpen';
import { Box, IconButton, Slider } from '@mui/material';
import { parseDecimal } from '../../../engine/number/decimal.ts';
import { fill } from '../../../locales/index.ts';
import type { DecimalInput } from '../../../schemas/index.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { texts } from '../texts.ts';

interface Props {
  /** Of the metric. */
  readonly name: string;
  readonly weight: DecimalInput;
  readonly locked: boolean;
  readonly onLock: () => void;
  readonly onChange: (weight: DecimalInput) => void;
}

/** A weight to slide, by mouse or by arrows, and to lock. */
export function WeightControls({ name, weight, locked, onLock, onChange }: Props) {
  const t = useTexts(texts);
  const isReadable = parseDecimal(weight) !== undefined;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, width: 110 }}>
      <Slider
        size="small"
        min={0}
        max={100}
        shiftStep={5}
        disabled={locked || !isReadable}
        value={isReadable ? Math.min(100, Math.max(0, Number(weight))) : 0}
        aria-label={fill(t.slideWeight, { metric: name })}
        onChange={(_, value) => onChange(value)}
      />
      <IconButton
        size="small"
        aria-label={fill(t.lockWeight, { metric: name })}
        aria-pressed={locked}
        onClick={onLock}
      >
        {locked ? <LockIcon fontSize="small" /> : <OpenIcon fontSize="small" color="disabled" />}
      </IconButton>
    </Box>
  );
}
