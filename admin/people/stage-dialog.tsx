import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  TextField,
  Typography,
} from '@mui/material';
import { useState, type FormEvent } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { api, issuesOf } from '../api/client.ts';
import { useCan } from '../api/use-can.ts';
import { useIdempotencyKey } from '../api/use-idempotency-key.ts';
import { fill } from '../../locales/index.ts';
import type { Issue, StageAssignmentInput, TeamView } from '../../schemas/index.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useTexts } from '../texts/use-texts.ts';
import { StageHistory } from './stage-history.tsx';
import { texts } from './texts.ts';
import { useStages } from './use-stages.ts';

interface Props {
  readonly team: TeamView;
  readonly onClose: () => void;
}

/** A team's stages so far, and a form for the next one. */
export function StageDialog({ team, onClose }: Props) {
  const t = useTexts(texts);
  const issueText = useIssueText();
  const can = useCan();
  const notify = useNotify();
  const refresh = useRefresh();
  const idempotencyKey = useIdempotencyKey();
  const { stages, name } = useStages();
  const [stage, setStage] = useState('');
  const [from, setFrom] = useState('');
  const [reason, setReason] = useState('');
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const mayChange = can('create', 'team');

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setIssues([]);
    const body: StageAssignmentInput = { team: team.id, stage, from, ...(reason !== '' && { reason }) };
    try {
      await api('POST', '/stage-assignments', { body, idempotencyKey });
      notify(fill(t.saved, { team: team.id, stage: name(stage), date: from }), { type: 'success' });
      refresh();
      onClose();
    } catch (error) {
      setIssues(issuesOf(error));
    }
  };

  return (
    <Dialog open onClose={onClose} fullWidth aria-labelledby="stage-title">
      <form onSubmit={(event) => void save(event)}>
        <DialogTitle id="stage-title">{fill(t.history, { team: team.id })}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <StageHistory team={team} stageName={name} />
          {mayChange && (
            <>
              <Typography variant="h3">{fill(t.setStageOf, { team: team.id })}</Typography>
              <Typography variant="body2">{t.setStageHint}</Typography>
              <TextField
                select
                required
                label={t.stage}
                value={stage}
                onChange={(event) => setStage(event.target.value)}
              >
                {stages.map(({ id }) => (
                  <MenuItem key={id} value={id}>
                    {name(id)}
                  </MenuItem>
                ))}
              </TextField>
              <TextField
                type="date"
                required
                label={t.fromDay}
                value={from}
                onChange={(event) => setFrom(event.target.value)}
                slotProps={{ inputLabel: { shrink: true } }}
              />
              <TextField
                label={t.reason}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </>
          )}
          {issues.map((issue) => (
            <Alert key={issue.code} severity="error" role="alert">
              {issueText(issue)}
            </Alert>
          ))}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{mayChange ? t.cancel : t.close}</Button>
          {mayChange && (
            <Button type="submit" variant="contained" disabled={stage === '' || from === ''}>
              {t.save}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}
