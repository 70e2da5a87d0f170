import { Typography } from '@mui/material';
import { SelectInput, TextInput, required } from 'react-admin';
import { fill } from '../../locales/index.ts';
import type { Dataset } from '../../schemas/index.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

interface Props {
  readonly dataset: Dataset;
  /** Columns the reader may not see: they stay as they are. */
  readonly hidden: readonly string[];
  /** The key of a record that is there cannot change. */
  readonly keyFixed: boolean;
  readonly revision?: number;
}

/** A field for each column, and why. */
export function RecordFields({ dataset, hidden, keyFixed, revision }: Props) {
  const t = useTexts(texts);
  const label = useLabel();
  return (
    <>
      {revision !== undefined && (
        <Typography color="text.secondary">{fill(t.revisionIs, { revision })}</Typography>
      )}
      {dataset.columns
        .filter(({ id }) => !hidden.includes(id))
        .map((column) => {
          const common = {
            source: `values.${column.id}`,
            label: label(column.name),
            readOnly: keyFixed && dataset.key.includes(column.id),
            ...(column.required && { validate: required() }),
          };
          if (column.type === 'choice') {
            const choices = column.choices.map(({ value, name }) => ({
              id: value,
              name: name === undefined ? value : label(name),
            }));
            return <SelectInput key={column.id} {...common} choices={choices} />;
          }
          if (column.type === 'date')
            return (
              <TextInput
                key={column.id}
                {...common}
                type="date"
                slotProps={{ inputLabel: { shrink: true } }}
              />
            );
          return (
            <TextInput
              key={column.id}
              {...common}
              {...(column.type === 'person' && { helperText: t.personHint })}
              {...(column.type === 'decimal' && { inputMode: 'decimal' as const })}
            />
          );
        })}
      <TextInput source="reason" label={t.recordReason} validate={required()} fullWidth />
    </>
  );
}
