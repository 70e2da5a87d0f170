import { TextField } from '@mui/material';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

interface Props {
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

/** Why, in one's own words: it stands in the log. */
export function ReasonField({ value, onChange }: Props) {
  const t = useTexts(texts);
  return (
    <TextField
      label={t.reason}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      fullWidth
      autoComplete="off"
      slotProps={{ htmlInput: { maxLength: 1000 } }}
    />
  );
}
