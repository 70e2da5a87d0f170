import { Slider } from '@mui/material';
import { useState } from 'react';
import { fill } from '../../../locales/index.ts';
import type { Model } from '../../../schemas/index.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { decimalInput } from '../document/decimal-input.ts';
import { texts as modelTexts } from '../texts.ts';
import { domainOf, limitsOf, withLimit } from './strip.ts';

interface Props {
  readonly document: Model;
  readonly gradeName: (id: string) => string;
  readonly onChange: (document: Model) => void;
}

/** Handles under the strip, one for each limit: dragged, or moved by the arrow keys by a tenth of a point. */
export function LimitHandles({ document, gradeName, onChange }: Props) {
  const t = useTexts(modelTexts);
  const { bands } = document;
  // While a handle is held, the strip it is held on stays as wide as it is.
  const [held, setHeld] = useState<readonly [number, number]>();
  const limits = limitsOf(bands);
  if (limits.length === 0) return null;
  const [min, max] = held ?? domainOf(bands);
  return (
    <Slider
      size="small"
      disableSwap
      min={min}
      max={max}
      step={0.1}
      shiftStep={5}
      track={false}
      value={limits.map(({ value }) => Number(value))}
      getAriaLabel={(place) =>
        fill(t.slideWeight, {
          metric: fill(t.limit, { grade: gradeName(bands[limits[place]!.above]!.grade) }),
        })
      }
      onChange={(_, values, place) => {
        setHeld([min, max]);
        const value = decimalInput(String(Math.round(values[place]! * 10) / 10));
        const next = withLimit(bands, place, value);
        if (next !== undefined) onChange({ ...document, bands: next });
      }}
      onChangeCommitted={() => setHeld(undefined)}
      sx={{ display: 'block', py: 1, '& .MuiSlider-rail': { opacity: 0 } }}
    />
  );
}
