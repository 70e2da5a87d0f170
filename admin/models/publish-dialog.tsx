import {
  Alert,
  Autocomplete,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from '@mui/material';
import { useState, type FormEvent } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { api, issuesOf } from '../api/client.ts';
import { useIdempotencyKey } from '../api/use-idempotency-key.ts';
import { periodOf } from '../../engine/period/period.ts';
import { fill } from '../../locales/index.ts';
import type { Issue, ModelVersionView, NewPilot } from '../../schemas/index.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useTexts } from '../texts/use-texts.ts';
import { DiffView } from './diff/diff-view.tsx';
import { DialogForm } from './fields/dialog-form.tsx';
import { texts as lifecycleTexts } from './lifecycle/texts.ts';
import { startChoices } from './periods/periods.ts';
import { PilotFields, isWhole } from './pilot-fields.tsx';
import { texts } from './texts.ts';

interface Props {
  readonly version: ModelVersionView;
  /** What the draft is based on. */
  readonly base: ModelVersionView | undefined;
  readonly onClose: () => void;
}

/** From which period a draft holds, and why: the one step after which it cannot be changed. */
export function PublishDialog({ version, base, onClose }: Props) {
  const t = useTexts(texts);
  const l = useTexts(lifecycleTexts);
  const issueText = useIssueText();
  const notify = useNotify();
  const refresh = useRefresh();
  const idempotencyKey = useIdempotencyKey();
  const [today] = useState(() => new Intl.DateTimeFormat('sv-SE').format(new Date()));
  const choices = startChoices(version.document.cadence, today);
  const example = choices[1]!.period;
  const [from, setFrom] = useState(example);
  const isPeriod = periodOf(from, 'UTC')?.cadence === version.document.cadence;
  const [reason, setReason] = useState('');
  const [pastReason, setPastReason] = useState('');
  const [pilot, setPilot] = useState<NewPilot>();
  const period = isPeriod ? periodOf(from, 'UTC') : undefined;
  const isOver = period !== undefined && period.end <= today;
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const publish = async (event: FormEvent) => {
    event.preventDefault();
    setIssues([]);
    try {
      const path = `/model-versions/${encodeURIComponent(version.id)}/publication`;
      // Another period, reason or pilot is another request.
      const said = encodeURIComponent(JSON.stringify(pilot ?? '') + reason + pastReason).slice(0, 150);
      const key = `${idempotencyKey}/${from}/${said}`;
      await api('POST', path, {
        body: { from, reason, ...(isOver && { pastReason }), ...(pilot && { pilot }) },
        ifMatch: version.revision,
        idempotencyKey: key,
      });
      notify(fill(t.published, { version: version.version, from }), { type: 'success' });
      refresh();
      onClose();
    } catch (error) {
      setIssues(issuesOf(error));
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth aria-labelledby="publish-title">
      <DialogForm onSubmit={(event) => void publish(event)}>
        <DialogTitle id="publish-title">{fill(t.publishTitle, { version: version.version })}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography>{t.publishText}</Typography>
          <DiffView base={base} document={version.document} />
          <Autocomplete
            freeSolo
            options={choices.map(({ period }) => period)}
            // All of them are choices, whatever stands in the field; others can be written.
            filterOptions={(options) => options}
            inputValue={from}
            onInputChange={(_, value, why) => why !== 'reset' && setFrom(value.trim())}
            onChange={(_, value) => value !== null && setFrom(value)}
            renderInput={(params) => (
              <TextField
                {...params}
                label={t.publishFrom}
                error={!isPeriod}
                helperText={isPeriod ? t.publishFromHint : fill(t.publishFromWrong, { example })}
              />
            )}
          />
          <PilotFields stage={version.document.stage} pilot={pilot} onChange={setPilot} />
          <TextField
            required
            multiline
            label={t.publishReason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          {isOver && (
            <TextField
              required
              multiline
              label={l.pastReason}
              helperText={fill(l.pastHint, { from })}
              value={pastReason}
              onChange={(event) => setPastReason(event.target.value)}
            />
          )}
          {issues.map((issue) => (
            <Alert key={`${issue.code}${issue.pointer ?? ''}`} severity="error" role="alert">
              {issueText(issue)}
            </Alert>
          ))}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            type="submit"
            variant="contained"
            disabled={
              reason.trim() === '' || !isPeriod || !isWhole(pilot) || (isOver && pastReason.trim() === '')
            }
          >
            {fill(t.publishNow, { from })}
          </Button>
        </DialogActions>
      </DialogForm>
    </Dialog>
  );
}
