import { Box, Button } from '@mui/material';
import { useState, type FormEvent } from 'react';
import { useNotify } from 'react-admin';
import { fill } from '../../locales/index.ts';
import { FailedRequest } from '../shared/failed-request.tsx';
import { Section } from '../shared/section.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { AccountProps } from './account-props.ts';
import { leadToFirstInvalid } from './first-invalid.ts';
import { Overtaken } from './overtaken.tsx';
import { PasswordField } from './password-field.tsx';
import { isLongEnough } from './passwords.ts';
import { reasonOf } from './reason.ts';
import { ReasonField } from './reason-field.tsx';
import { texts } from './texts.ts';
import { useAccountChange } from './use-account-change.ts';

/** Gives somebody a password; their sessions end. */
export function GivePassword({ account, name, reload }: AccountProps) {
  const t = useTexts(texts);
  const notify = useNotify();
  const changing = useAccountChange(account, reload);
  const [password, setPassword] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);

  const giveUp = () => {
    setPassword('');
    setReason('');
    setAsked(false);
    changing.giveUp();
  };
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (!isLongEnough(password)) {
      leadToFirstInvalid(event.currentTarget);
      return;
    }
    if (!(await changing.send({ password, ...reasonOf(reason) }))) return;
    giveUp();
    notify(fill(t.passwordGiven, { name }), { type: 'success' });
  };
  return (
    <Section title={t.password} note={fill(t.givePasswordNote, { name })}>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => void save(event)}
        sx={{ display: 'grid', gap: 2 }}
      >
        <PasswordField
          label={t.newPassword}
          hint={t.passwordHint}
          value={password}
          onChange={(next) => {
            changing.begin();
            setPassword(next);
          }}
          error={asked && !isLongEnough(password) ? t.tooShort : undefined}
        />
        {password !== '' && <ReasonField value={reason} onChange={setReason} />}
        {changing.overtaken && <Overtaken account={account} onTheirs={giveUp} onMine={changing.keepMine} />}
        {changing.failed !== undefined && (
          <FailedRequest title={t.passwordFailed} error={changing.failed.error} />
        )}
        <Box>
          <Button type="submit" variant="outlined" disabled={changing.sending || changing.overtaken}>
            {t.givePassword}
          </Button>
        </Box>
      </Box>
    </Section>
  );
}
