import { Box, Button, TextField, Typography } from '@mui/material';
import { useState, type FormEvent } from 'react';
import { api, issuesOf } from '../api/client.ts';
import type { Issue, Setup } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

const empty: Setup = { token: '', identifier: '', name: '', password: '' };

/** Makes the first administrator of an installation. */
export function SetupForm({ onIssues }: { readonly onIssues: (issues: readonly Issue[]) => void }) {
  const t = useTexts(texts);
  const [form, setForm] = useState(empty);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await api('POST', '/setup', { body: form });
      location.assign('/');
    } catch (problem) {
      onIssues(issuesOf(problem));
    }
  };
  const field = (name: keyof Setup, label: string, type = 'text') => (
    <TextField
      label={label}
      type={type}
      required
      value={form[name]}
      onChange={(event) => setForm({ ...form, [name]: event.target.value })}
      autoComplete={type === 'password' ? 'new-password' : 'off'}
    />
  );
  return (
    <Box
      component="form"
      onSubmit={(event: FormEvent) => void submit(event)}
      sx={{ display: 'grid', gap: 2, maxWidth: 400 }}
    >
      <Typography variant="h2">{t.setupTitle}</Typography>
      <Typography>{t.setupText}</Typography>
      {field('token', t.token)}
      {field('name', t.name)}
      {field('identifier', t.identifier)}
      {field('password', t.newPassword, 'password')}
      <Button type="submit" variant="contained">
        {t.create}
      </Button>
    </Box>
  );
}
