import { TextField } from '@mui/material';
import { useState, type KeyboardEvent } from 'react';
import type { DecimalInput } from '../../schemas/index.ts';
import { decimalInput, decimalText, isDecimal, sameDecimal } from './document/decimal-input.ts';

interface Props {
  readonly label: string;
  readonly value: DecimalInput;
  readonly onChange: (value: DecimalInput) => void;
}

/** A figure in a table: Enter and the arrows go to the field above or below, as in a spreadsheet. */
export function DecimalField({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState(decimalText(value));
  // Changed from elsewhere: what stands here is old.
  const shown = sameDecimal(decimalInput(typed), value) ? typed : decimalText(value);
  return (
    <TextField
      value={shown}
      error={!isDecimal(value)}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(decimalInput(event.target.value));
      }}
      onKeyDown={moveOn}
      slotProps={{
        htmlInput: {
          'aria-label': label,
          inputMode: 'decimal',
          'data-figure': '',
          style: { textAlign: 'right' },
        },
      }}
      sx={{ width: 110 }}
      fullWidth={false}
    />
  );
}

function moveOn(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[data-figure]')];
  const next = fields[fields.indexOf(event.target as HTMLInputElement) + step];
  next?.focus();
  next?.select();
}
