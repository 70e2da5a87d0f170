import { Box, TextField } from '@mui/material';
import type { ValueEditorProps } from 'react-querybuilder';
import { useTexts } from '../../texts/use-texts.ts';
import { decimalText } from '../document/decimal-input.ts';
import type { ConditionField } from './fields.ts';
import { texts } from './texts.ts';

/** A figure as it is kept: a number where that says the same, else the text that is being typed. */
function figureOf(text: string): number | string {
  const number = Number(text);
  return text.trim() !== '' && String(number) === text.trim() ? number : text;
}

/** What a fact is compared with: a figure, two of them, a choice, a list. */
export function ValueEditor({ fieldData, operator, value, handleOnChange }: ValueEditorProps) {
  const t = useTexts(texts);
  const field = fieldData as unknown as Partial<ConditionField>;
  const input = (label: string, shown: string, onChange: (text: string) => void, hint?: string) => (
    <TextField
      size="small"
      label={label}
      value={shown}
      onChange={(event) => onChange(event.target.value)}
      {...(hint !== undefined && { helperText: hint })}
      sx={{ width: 140 }}
    />
  );
  if (operator === 'isMissing') {
    return select(
      t.value,
      String(value),
      [
        ['true', t.yes],
        ['false', t.no],
      ],
      (chosen) => handleOnChange(chosen === 'true'),
    );
  }
  if (operator === 'between') {
    const [low = '', high = ''] = (Array.isArray(value) ? value : []) as (string | number)[];
    return (
      <Box sx={{ display: 'flex', gap: 1 }}>
        {input(t.low, decimalText(low), (text) => handleOnChange([figureOf(text), high]))}
        {input(t.high, decimalText(high), (text) => handleOnChange([low, figureOf(text)]))}
      </Box>
    );
  }
  if (Array.isArray(value)) {
    const isNumber = field.kind === 'number';
    return input(
      t.value,
      (value as (string | number)[]).join(', '),
      (text) => handleOnChange(text.split(/[,，]\s*/).map((item) => (isNumber ? figureOf(item) : item))),
      t.listHint,
    );
  }
  if (field.choices !== undefined) {
    const choices = field.choices.map(({ id, name }) => [id, name] as const);
    const known = choices.some(([id]) => id === value);
    return select(
      t.value,
      String(value),
      known ? choices : [[String(value), String(value)], ...choices],
      handleOnChange,
    );
  }
  if (field.kind === 'number')
    return input(t.value, decimalText(value as string | number), (text) => handleOnChange(figureOf(text)));
  return input(t.value, String(value), handleOnChange);
}

function select(
  label: string,
  value: string,
  choices: readonly (readonly [string, string])[],
  onChange: (chosen: string) => void,
) {
  return (
    <TextField
      select
      size="small"
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
      sx={{ width: 180 }}
    >
      {choices.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </TextField>
  );
}
