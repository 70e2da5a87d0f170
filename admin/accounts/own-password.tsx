import { Alert, Box, Button, LinearProgress, TextField, Typography } from '@mui/material';
import { useState, type FormEvent } from 'react';
import { Title, useNotify } from 'react-admin';
import type { PasswordChange } from '../../schemas/index.ts';
import { ApiProblem, api } from '../api/client.ts';
import { useMe } from '../api/use-me.ts';
import { FailedRequest } from '../shared/failed-request.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { leadToFirstInvalid } from './first-invalid.ts';
import { wrongWith, type Entered, type Wrong } from './own-password-check.ts';
import { texts } from './texts.ts';

const empty: Entered = { current: '', next: '', again: '' };

/** Where everybody changes their own password. */
export function OwnPassword() {
  const t = useTexts(texts);
  const me = useMe();
  return (
    <Box sx={{ pt: 2, pb: 4, maxWidth: 480, minWidth: 0, display: 'grid', gap: 2 }}>
      <Title title={t.changePassword} />
      <Typography variant="h1">{t.changePassword}</Typography>
      {me === undefined && <LinearProgress aria-label={t.changePassword} />}
      {me?.hasPassword === false && (
        <Alert severity="info">{me.demo ? t.noOwnPasswordDemo : t.noOwnPassword}</Alert>
      )}
      {me?.hasPassword === true && <PasswordForm />}
    </Box>
  );
}

function PasswordForm() {
  const t = useTexts(texts);
  const notify = useNotify();
  const [entered, setEntered] = useState(empty);
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState(false);
  const [failed, setFailed] = useState<{ readonly error: unknown }>();
  const [sending, setSending] = useState(false);
  const wrong: Wrong = asked ? wrongWith(entered) : {};
  const said = { ...wrong, ...(refused && { current: 'currentWrong' as const }) };

  const change = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    const isWrong = Object.keys(wrongWith(entered)).length > 0;
    if (isWrong) leadToFirstInvalid(event.currentTarget);
    if (sending || isWrong) return;
    setSending(true);
    setFailed(undefined);
    const body: PasswordChange = { current: entered.current, next: entered.next };
    try {
      await api('PUT', '/session/password', { body });
      setEntered(empty);
      setAsked(false);
      notify(t.changed, { type: 'success' });
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 403) setRefused(true);
      else setFailed({ error });
    } finally {
      setSending(false);
    }
  };
  const field = (name: keyof Entered, label: string, hint: string, autoComplete: string) => (
    <TextField
      type="password"
      label={label}
      required
      autoComplete={autoComplete}
      value={entered[name]}
      onChange={(event) => {
        if (name === 'current') setRefused(false);
        setEntered({ ...entered, [name]: event.target.value });
      }}
      error={said[name] !== undefined}
      helperText={said[name] === undefined ? hint : <span role="alert">{t[said[name]]}</span>}
      slotProps={{ htmlInput: { maxLength: 1000 } }}
    />
  );
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => void change(event)}
      sx={{ display: 'grid', gap: 2 }}
    >
      <Typography>{t.changePasswordNote}</Typography>
      {field('current', t.current, '', 'current-password')}
      {field('next', t.newPassword, t.tooShort, 'new-password')}
      {field('again', t.again, '', 'new-password')}
      {failed !== undefined && <FailedRequest title={t.changeFailed} error={failed.error} />}
      <Box>
        <Button type="submit" variant="contained" disabled={sending}>
          {t.change}
        </Button>
      </Box>
    </Box>
  );
}
