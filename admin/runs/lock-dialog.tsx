import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from '@mui/material';
import { useId, useState } from 'react';
import { fill } from '../../locales/index.ts';
import type { LockRequest, RunView } from '../../schemas/index.ts';
import { api } from '../api/client.ts';
import { useIdempotencyKey } from '../api/use-idempotency-key.ts';
import { useTexts } from '../texts/use-texts.ts';
import { FailedRequest } from '../shared/failed-request.tsx';
import { texts } from './texts.ts';

interface Props {
  readonly run: RunView;
  readonly onClose: () => void;
  readonly onLocked: () => void;
}

/** Asks for a reason and for the period's name, written out, before a run is locked for ever. */
export function LockDialog({ run, onClose, onLocked }: Props) {
  const t = useTexts(texts);
  const title = useId();
  const key = useIdempotencyKey();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState<{ readonly error: unknown }>();
  const { period, subjects, certificates } = run.run;
  const disagreed = certificates.some(({ agreed }) => !agreed);
  const impossible = run.held > 0 || disagreed;

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
  const missing = asked && reason.trim() === '';
  return (
    <Dialog open onClose={sending ? undefined : onClose} aria-labelledby={title} fullWidth maxWidth="sm">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void lock();
        }}
      >
        <DialogTitle id={title}>{fill(t.lockTitle, { period: period.id })}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography>{fill(t.lockMeaning, { subjects, period: period.id })}</Typography>
          <Typography>{t.lockEffect}</Typography>
          {run.held > 0 && <Alert severity="error">{fill(t.lockHeld, { count: run.held })}</Alert>}
          {disagreed && <Alert severity="error">{t.lockDisagreed}</Alert>}
          <TextField
            label={t.lockReason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            required
            multiline
            minRows={2}
            disabled={impossible}
            error={missing}
            helperText={missing ? t.lockReasonMissing : t.lockReasonHint}
            slotProps={{ htmlInput: { maxLength: 1000 } }}
          />
          <TextField
            label={fill(t.lockType, { period: period.id })}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            required
            disabled={impossible}
            error={asked && typed.trim() !== period.id}
            autoComplete="off"
          />
          {failed !== undefined && <FailedRequest title={t.lockFailed} error={failed.error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={sending}>
            {t.cancel}
          </Button>
          <Button type="submit" variant="contained" color="error" disabled={sending || impossible}>
            {t.lockNow}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
