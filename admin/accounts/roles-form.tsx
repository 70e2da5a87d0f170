import { Alert, Box, Button } from '@mui/material';
import { useState, type FormEvent } from 'react';
import { useNotify } from 'react-admin';
import { fill } from '../../locales/index.ts';
import { useMe } from '../api/use-me.ts';
import { FailedRequest } from '../shared/failed-request.tsx';
import { Section } from '../shared/section.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { AccountProps } from './account-props.ts';
import { leadToFirstInvalid } from './first-invalid.ts';
import { choiceOf, grantsOf, missingOf, type Choice } from './grants.ts';
import { Overtaken } from './overtaken.tsx';
import { reasonOf } from './reason.ts';
import { ReasonField } from './reason-field.tsx';
import { RolesField } from './roles-field.tsx';
import { texts } from './texts.ts';
import { useAccountChange } from './use-account-change.ts';

/** Changes what somebody may do. */
export function RolesForm({ account, name, reload }: AccountProps) {
  const t = useTexts(texts);
  const me = useMe();
  const notify = useNotify();
  const changing = useAccountChange(account, reload);
  const [draft, setDraft] = useState<Choice>();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const choice = draft ?? choiceOf(account.grants);
  const stepsDown =
    account.id === me?.person &&
    account.grants.some(({ role }) => role === 'admin') &&
    choice.admin === undefined;

  const giveUp = () => {
    setDraft(undefined);
    setAsked(false);
    changing.giveUp();
  };
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (missingOf(choice) !== undefined) {
      leadToFirstInvalid(event.currentTarget);
      return;
    }
    if (!(await changing.send({ grants: grantsOf(choice), ...reasonOf(reason) }))) return;
    giveUp();
    setReason('');
    notify(fill(t.rolesSaved, { name }), { type: 'success' });
  };
  return (
    <Section title={t.roles}>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => void save(event)}
        sx={{ display: 'grid', gap: 2 }}
      >
        <RolesField
          value={choice}
          strict={asked}
          titled
          onChange={(next) => {
            changing.begin();
            setDraft(next);
          }}
        />
        {stepsDown && <Alert severity="warning">{t.ownAdmin}</Alert>}
        {draft !== undefined && <ReasonField value={reason} onChange={setReason} />}
        {changing.overtaken && <Overtaken account={account} onTheirs={giveUp} onMine={changing.keepMine} />}
        {changing.failed !== undefined && (
          <FailedRequest title={t.rolesFailed} error={changing.failed.error} />
        )}
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          <Button
            type="submit"
            variant="contained"
            disabled={draft === undefined || changing.sending || changing.overtaken}
          >
            {t.saveRoles}
          </Button>
          {draft !== undefined && (
            <Button onClick={giveUp} disabled={changing.sending}>
              {t.undo}
            </Button>
          )}
        </Box>
      </Box>
    </Section>
  );
}
