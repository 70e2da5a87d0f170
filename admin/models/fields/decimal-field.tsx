import { TextField } from '@mui/material';
import { useState, type KeyboardEvent } from 'react';
import type { DecimalInput } from '../../../schemas/index.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { decimalInput, isDecimal, sameDecimal } from '../document/decimal-input.ts';
import { useFieldFinding } from '../editing/editing-context.ts';
import { texts } from '../findings/texts.ts';
import { useFindingText } from '../findings/use-finding-text.ts';

interface Look {
  readonly label: string;
  /** What of the document it edits. */
  readonly pointer: string;
  /** In a table: Enter and the arrows go to the field of the same column above or below, as in a spreadsheet. */
  readonly column?: string;
  /** What is wrong with it besides the findings. */
  readonly wrong?: string | undefined;
}
interface Props extends Look {
  readonly value: DecimalInput;
  readonly onChange: (value: DecimalInput) => void;
}
interface OptionalProps extends Look {
  readonly value: DecimalInput | undefined;
  readonly onChange: (value: DecimalInput | undefined) => void;
}

/** A decimal, written as people write it and kept exactly so; never a binary fraction. */
export function DecimalField({ onChange, ...props }: Props) {
  return <Field {...props} onType={(typed) => onChange(decimalInput(typed))} />;
}

/** A decimal that may be absent: then the field is empty. */
export function OptionalDecimalField({ onChange, ...props }: OptionalProps) {
  return (
    <Field {...props} onType={(typed) => onChange(typed.trim() === '' ? undefined : decimalInput(typed))} />
  );
}

interface FieldProps extends Look {
  readonly value: DecimalInput | undefined;
  readonly onType: (typed: string) => void;
}

function Field({ label, pointer, value, onType, column, wrong }: FieldProps) {
  const t = useTexts(texts);
  const finding = useFieldFinding(pointer);
  const findingText = useFindingText();
  const written = value === undefined ? '' : String(value);
  const [typed, setTyped] = useState(written);
  // Changed from elsewhere: what stands here is old.
  const shown = sameDecimal(decimalInput(typed), value ?? '') ? typed : written;
  const readable = value === undefined || isDecimal(value);
  const inTable = column !== undefined;
  const unreadable = inTable ? t.notDecimalShort : t.notDecimal;
  const trouble = readable ? (wrong ?? (finding && findingText(finding))) : unreadable;
  return (
    <TextField
      {...(!inTable && { label })}
      value={shown}
      error={trouble !== undefined}
      helperText={trouble}
      onChange={(event) => {
        setTyped(event.target.value);
        onType(event.target.value);
      }}
      {...(inTable && { onKeyDown: moveOn })}
      slotProps={{
        htmlInput: {
          ...(inTable && { 'aria-label': label, 'data-figure': column }),
          inputMode: 'decimal',
          autoComplete: 'off',
          'data-pointer': pointer,
          style: { textAlign: 'right' },
        },
      }}
      sx={inTable ? { width: { xs: 92, sm: 110 } } : { width: 180, minWidth: 110 }}
      fullWidth={false}
    />
  );
}

function moveOn(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const field = event.target as HTMLInputElement;
  const column = `input[data-figure="${field.dataset['figure']}"]`;
  const fields = [...document.querySelectorAll<HTMLInputElement>(column)];
  const next = fields[fields.indexOf(field) + step];
  next?.focus();
  next?.select();
}
