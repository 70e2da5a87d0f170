import { Alert, Box, Button, Typography } from '@mui/material';
import { useState, type FormEvent } from 'react';
import { Title, useNotify, useRefresh } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { AccountView, NewAccount as NewAccountBody } from '../../schemas/index.ts';
import { api } from '../api/client.ts';
import { useCan } from '../api/use-can.ts';
import { useIdempotencyKey } from '../api/use-idempotency-key.ts';
import { useMe } from '../api/use-me.ts';
import { FailedRequest } from '../shared/failed-request.tsx';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useTexts } from '../texts/use-texts.ts';
import { leadToFirstInvalid } from './first-invalid.ts';
import { grantsOf, missingOf, type Choice } from './grants.ts';
import { PasswordField } from './password-field.tsx';
import { isLongEnough } from './passwords.ts';
import { reasonOf } from './reason.ts';
import { ReasonField } from './reason-field.tsx';
import { RolesField } from './roles-field.tsx';
import { texts } from './texts.ts';
import { WhomField } from './whom-field.tsx';
import { missingOfWhom, nobody, whomOf } from './whom.ts';

/** Gives somebody the right to sign in; for who may not, says so. */
export function NewAccount() {
  const t = useTexts(texts);
  const can = useCan();
  const me = useMe();
  const issueText = useIssueText();
  if (me === undefined) return null;
  return (
    <Box sx={{ pt: 2, pb: 4, maxWidth: 720, minWidth: 0, display: 'grid', gap: 2 }}>
      <Title title={t.newAccount} />
      <Typography variant="h1">{t.newAccount}</Typography>
      {can('create', 'account') ? (
        <NewAccountForm />
      ) : (
        <Alert severity="warning">{issueText({ code: 'access.denied', severity: 'error' })}</Alert>
      )}
    </Box>
  );
}

function NewAccountForm() {
  const t = useTexts(texts);
  const notify = useNotify();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const [whom, setWhom] = useState(nobody);
  const [choice, setChoice] = useState<Choice>({});
  const [password, setPassword] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState<{ readonly error: unknown }>();
  const ready =
    missingOfWhom(whom).length === 0 &&
    missingOf(choice) === undefined &&
    (password === '' || isLongEnough(password));

  const make = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (!ready) leadToFirstInvalid(event.currentTarget);
    if (!ready || sending) return;
    const body: NewAccountBody = {
      ...whomOf(whom),
      grants: grantsOf(choice),
      ...(password !== '' && { password }),
      ...reasonOf(reason),
    };
    setSending(true);
    setFailed(undefined);
    try {
      const made = await api<AccountView>('POST', '/accounts', { body, idempotencyKey });
      const { id, name, hasPassword } = made.body;
      notify(fill(hasPassword ? t.made : t.madeNoPassword, { name: name ?? id }), { type: 'success' });
      refresh();
      void navigate(`/accounts/${encodeURIComponent(id)}`, { replace: true });
    } catch (error) {
      setFailed({ error });
      setSending(false);
    }
  };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => void make(event)}
      sx={{ display: 'grid', gap: 3, minWidth: 0 }}
    >
      <WhomField value={whom} onChange={setWhom} strict={asked} />
      <RolesField value={choice} onChange={setChoice} strict={asked} />
      <PasswordField
        label={t.firstPassword}
        hint={t.firstPasswordHint}
        value={password}
        onChange={setPassword}
      />
      <ReasonField value={reason} onChange={setReason} />
      {failed !== undefined && <FailedRequest title={t.makeFailed} error={failed.error} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button type="submit" variant="contained" disabled={sending}>
          {t.makeAccount}
        </Button>
        <Button component={Link} to="/accounts">
          {t.cancel}
        </Button>
      </Box>
    </Box>
  );
}
