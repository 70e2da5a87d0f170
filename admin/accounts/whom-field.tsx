import {
  FormControl,
  FormControlLabel,
  FormHelperText,
  FormLabel,
  Radio,
  RadioGroup,
  TextField,
} from '@mui/material';
import { useId } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { PersonChoice } from './person-choice.tsx';
import { texts } from './texts.ts';
import { missingOfWhom, type Whom } from './whom.ts';

interface Props {
  readonly value: Whom;
  readonly onChange: (whom: Whom) => void;
  /** Whether what is missing is to be said. */
  readonly strict: boolean;
}

/** Somebody the company knows, or somebody new. */
export function WhomField({ value, onChange, strict }: Props) {
  const t = useTexts(texts);
  const legend = useId();
  const missing = strict ? missingOfWhom(value) : [];
  const text = (field: 'identifier' | 'name', label: string, hint: string, wrong: string) => (
    <TextField
      label={label}
      required
      value={value[field]}
      onChange={(event) => onChange({ ...value, [field]: event.target.value })}
      error={missing.includes(field)}
      helperText={missing.includes(field) ? wrong : hint}
      autoComplete="off"
      slotProps={{ htmlInput: { maxLength: 200 } }}
    />
  );
  return (
    <FormControl sx={{ gap: 1.5, minWidth: 0 }}>
      <FormLabel id={legend}>{t.forWhom}</FormLabel>
      <RadioGroup
        aria-labelledby={legend}
        value={value.kind}
        onChange={(_, kind) => onChange({ ...value, kind: kind === 'fresh' ? 'fresh' : 'known' })}
      >
        <FormControlLabel value="known" control={<Radio size="small" />} label={t.known} />
        <FormControlLabel value="fresh" control={<Radio size="small" />} label={t.fresh} />
      </RadioGroup>
      <FormHelperText sx={{ m: 0 }}>{value.kind === 'known' ? t.knownHint : t.freshHint}</FormHelperText>
      {value.kind === 'known' ? (
        <PersonChoice
          value={value.person}
          onChange={(person) => onChange({ ...value, person })}
          missing={missing.includes('person')}
        />
      ) : (
        <>
          {text('identifier', t.identifier, t.identifierHint, t.identifierMissing)}
          {text('name', t.name, '', t.nameMissing)}
        </>
      )}
    </FormControl>
  );
}
