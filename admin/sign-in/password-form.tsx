import { Box, Button, TextField } from '@mui/material';
import { useState, type FormEvent } from 'react';
import type { Credentials } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** Signing in to an account. */
export function PasswordForm({ onSignIn }: { readonly onSignIn: (credentials: Credentials) => void }) {
  const t = useTexts(texts);
  const [identifier, setIdentifier] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSignIn({ identifier, password });
  };
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 2, maxWidth: 400 }}>
      <TextField
        label={t.identifier}
        autoComplete="username"
        required
        value={identifier}
        onChange={(event) => setIdentifier(event.target.value)}
      />
      <TextField
        label={t.password}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" variant="contained">
        {t.signIn}
      </Button>
    </Box>
  );
}
