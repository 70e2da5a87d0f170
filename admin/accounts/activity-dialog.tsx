import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useId, useState, type FormEvent } from 'react';
import { useNotify } from 'react-admin';
import { fill } from '../../locales/index.ts';
import { FailedRequest } from '../shared/failed-request.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { AccountProps } from './account-props.ts';
import { Overtaken } from './overtaken.tsx';
import { reasonOf } from './reason.ts';
import { ReasonField } from './reason-field.tsx';
import { texts } from './texts.ts';
import { useAccountChange } from './use-account-change.ts';

/** Asks once more before somebody is kept from signing in, or let in again. */
export function ActivityDialog({
  account,
  name,
  reload,
  onClose,
}: AccountProps & { readonly onClose: () => void }) {
  const t = useTexts(texts);
  const title = useId();
  const notify = useNotify();
  const changing = useAccountChange(account, reload, true);
  const [reason, setReason] = useState('');
  // What was asked for when the dialog opened, whatever somebody else does meanwhile.
  const [activate] = useState(!account.active);
  const words = activate
    ? {
        title: t.reactivateTitle,
        note: t.reactivateNote,
        go: t.reactivate,
        done: t.reactivated,
        failed: t.reactivateFailed,
      }
    : {
        title: t.deactivateTitle,
        note: t.deactivateNote,
        go: t.deactivate,
        done: t.deactivated,
        failed: t.deactivateFailed,
      };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await changing.send({ active: activate, ...reasonOf(reason) }))) return;
    notify(fill(words.done, { name }), { type: 'success' });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={changing.sending ? undefined : onClose}
      aria-labelledby={title}
      fullWidth
      maxWidth="sm"
    >
      <form onSubmit={(event) => void save(event)}>
        <DialogTitle id={title}>{fill(words.title, { name })}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography>{words.note}</Typography>
          <ReasonField value={reason} onChange={setReason} />
          {changing.overtaken && (
            <Overtaken account={account} onTheirs={onClose} onMine={changing.keepMine} />
          )}
          {changing.failed !== undefined && (
            <FailedRequest title={words.failed} error={changing.failed.error} />
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={changing.sending}>
            {t.cancel}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={activate ? 'primary' : 'error'}
            disabled={changing.sending || changing.overtaken}
          >
            {words.go}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
