import { TextField } from '@mui/material';
import { useFieldFinding } from '../editing/editing-context.ts';
import { useFindingText } from '../findings/use-finding-text.ts';

interface Props<T extends string> {
  readonly label: string;
  /** What of the document it edits. */
  readonly pointer: string;
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly name: string }[];
  readonly onChange: (value: T) => void;
  readonly hint?: string;
}

/** One of a few choices; a value that is none of them stays visible. */
export function ChoiceField<T extends string>({ label, pointer, value, options, onChange, hint }: Props<T>) {
  const finding = useFieldFinding(pointer);
  const findingText = useFindingText();
  const known = options.some(({ id }) => id === value);
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={(event) => {
        const chosen = options.find(({ id }) => id === event.target.value);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      error={finding !== undefined}
      helperText={finding === undefined ? hint : findingText(finding)}
      slotProps={{
        select: { native: true },
        inputLabel: { shrink: true },
        htmlInput: { 'data-pointer': pointer },
      }}
      sx={{ flex: '1 1 220px' }}
    >
      {!known && <option value={value}>{value}</option>}
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </TextField>
  );
}
