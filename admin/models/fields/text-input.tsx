import { TextField } from '@mui/material';
import { useFieldFinding } from '../editing/editing-context.ts';
import { useFindingText } from '../findings/use-finding-text.ts';

interface Props {
  readonly label: string;
  /** What of the document it edits. */
  readonly pointer: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly lang?: 'zh' | 'en';
}

/** A text of the document, with what is wrong about it. */
export function TextInput({ label, pointer, value, onChange, hint, lang }: Props) {
  const finding = useFieldFinding(pointer);
  const findingText = useFindingText();
  return (
    <TextField
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={finding !== undefined}
      helperText={finding === undefined ? hint : findingText(finding)}
      slotProps={{
        htmlInput: {
          'data-pointer': pointer,
          autoComplete: 'off',
          ...(lang !== undefined && { lang }),
        },
      }}
      sx={{ flex: '1 1 220px' }}
    />
  );
}
