import { Button, DialogActions, DialogContent, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { fill } from '../../locales/index.ts';
import type { LockRequest, RunView } from '../../schemas/index.ts';
import { api } from '../api/client.ts';
import { useIdempotencyKey } from '../api/use-idempotency-key.ts';
import { useMe } from '../api/use-me.ts';
import { FailedRequest } from '../shared/failed-request.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

interface Props {
  readonly run: RunView;
  readonly onClose: () => void;
  readonly onLocked: () => void;
}

/** Asks for a reason and for the period's name, written out, before a run is locked for ever. */
export function LockForm({ run, onClose, onLocked }: Props) {
  const t = useTexts(texts);
  const me = useMe();
  const key = useIdempotencyKey();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState<{ readonly error: unknown }>();
  const { period, subjects } = run.run;
  const missing = asked && reason.trim() === '';
  const mistyped = asked && typed.trim() !== period.id;

  const lock = async () => {
    setAsked(true);
    if (reason.trim() === '' || typed.trim() !== period.id) return;
    setSending(true);
    setFailed(undefined);
    try {
      const body: LockRequest = { reason: reason.trim() };
      // Open is a run's first revision, locked its second.
      const path = `/runs/${encodeURIComponent(run.id)}/lock`;
      await api<RunView>('POST', path, { body, ifMatch: '1', idempotencyKey: key });
      onLocked();
    } catch (error) {
      setFailed({ error });
      setSending(false);
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void lock();
      }}
    >
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography>{fill(t.lockMeaning, { name: me?.name ?? '', subjects, period: period.id })}</Typography>
        <Typography>{t.lockEffect}</Typography>
        <TextField
          label={t.lockReason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          required
          multiline
          minRows={2}
          error={missing}
          helperText={missing ? t.lockReasonMissing : t.lockReasonHint}
          slotProps={{ htmlInput: { maxLength: 1000 } }}
        />
        <TextField
          label={fill(t.lockType, { period: period.id })}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          required
          error={mistyped}
          helperText={mistyped ? fill(t.lockMistyped, { period: period.id }) : t.lockTypeHint}
          autoComplete="off"
        />
        {failed !== undefined && <FailedRequest title={t.lockFailed} error={failed.error} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={sending}>
          {t.cancel}
        </Button>
        <Button type="submit" variant="contained" color="error" disabled={sending}>
          {t.lockNow}
        </Button>
      </DialogActions>
    </form>
  );
}
