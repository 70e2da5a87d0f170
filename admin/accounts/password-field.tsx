import { Box, Button, TextField } from '@mui/material';
import { useState } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { isLongEnough, randomBytes, suggestedPassword } from './passwords.ts';
import { texts } from './texts.ts';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (password: string) => void;
  /** What is wrong with it. */
  readonly error?: string | undefined;
}

/** A password for somebody else: it can be suggested, and read to hand it over. */
export function PasswordField({ label, hint, value, onChange, error }: Props) {
  const t = useTexts(texts);
  const [shown, setShown] = useState(false);
  const short = value !== '' && !isLongEnough(value) ? t.tooShort : undefined;
  const wrong = error ?? short;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
      <TextField
        label={label}
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        error={wrong !== undefined}
        helperText={wrong ?? hint}
        sx={{ flex: '1 1 220px', minWidth: 0 }}
        slotProps={{ htmlInput: { maxLength: 1000, spellCheck: false, autoCapitalize: 'off' } }}
      />
      <Button onClick={() => setShown(!shown)} aria-pressed={shown}>
        {shown ? t.hide : t.show}
      </Button>
      <Button
        onClick={() => {
          onChange(suggestedPassword(randomBytes()));
          setShown(true);
        }}
      >
        {t.suggest}
      </Button>
    </Box>
  );
}
