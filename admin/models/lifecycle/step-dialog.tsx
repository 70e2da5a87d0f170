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
import { useId, useState, type FormEvent } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { fill } from '../../../locales/index.ts';
import type { Issue, ModelVersionView } from '../../../schemas/index.ts';
import { api, issuesOf } from '../../api/client.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { useIssueText } from '../../texts/use-issue-text.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { DialogForm } from '../fields/dialog-form.tsx';
import { texts as modelTexts } from '../texts.ts';
import { texts } from './texts.ts';

/** The steps that take nothing but a reason. */
export type PlainStep = 'approval' | 'return' | 'rejection' | 'withdrawal' | 'hearing' | 'hearingEnd';

interface Props {
  readonly step: PlainStep;
  readonly version: ModelVersionView;
  readonly onClose: () => void;
}

/** Asks why a version is taken a step on, and takes it. */
export function StepDialog({ step, version, onClose }: Props) {
  const t = useTexts(texts);
  const { cancel } = useTexts(modelTexts);
  const issueText = useIssueText();
  const notify = useNotify();
  const refresh = useRefresh();
  const key = useIdempotencyKey();
  const title = useId();
  const [reason, setReason] = useState('');
  const [sending, setSending] = useState(false);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const take = async (event: FormEvent) => {
    event.preventDefault();
    setIssues([]);
    setSending(true);
    try {
      await api('POST', `/model-versions/${encodeURIComponent(version.id)}/${step}`, {
        body: { reason },
        ifMatch: version.revision,
        // Another reason is another request.
        idempotencyKey: `${key}/${encodeURIComponent(reason).slice(0, 150)}`,
      });
      notify(fill(t[`${step}Done`], { version: version.version }), { type: 'success' });
      refresh();
      onClose();
    } catch (error) {
      setIssues(issuesOf(error));
      setSending(false);
    }
  };
  return (
    <Dialog open fullWidth onClose={sending ? undefined : onClose} aria-labelledby={title}>
      <DialogForm onSubmit={(event) => void take(event)}>
        <DialogTitle id={title}>
          {fill(step === 'return' ? t.returnTitle : t[step], { version: version.version })}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography>{t[`${step}Text`]}</Typography>
          <TextField
            required
            multiline
            label={t.reason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          {issues.map((issue) => (
            <Alert key={`${issue.code}${issue.pointer ?? ''}`} severity="error" role="alert">
              {issueText(issue)}
            </Alert>
          ))}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={sending}>
            {cancel}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={step === 'rejection' ? 'error' : 'primary'}
            disabled={sending || reason.trim() === ''}
          >
            {t[`${step}Now`]}
          </Button>
        </DialogActions>
      </DialogForm>
    </Dialog>
  );
}
