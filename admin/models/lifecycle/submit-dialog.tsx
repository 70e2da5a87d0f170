import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Link as MuiLink,
  TextField,
  Typography,
} from '@mui/material';
import { useId, useState, type FormEvent } from 'react';
import { useGetList, useNotify, useRefresh } from 'react-admin';
import { Link } from 'react-router-dom';
import { fill } from '../../../locales/index.ts';
import type { Issue, ModelVersionView, ModelView, VersionComparisonView } from '../../../schemas/index.ts';
import { api, issuesOf } from '../../api/client.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { useIssueText } from '../../texts/use-issue-text.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { MakeComparison } from '../../version-comparisons/make-comparison.tsx';
import { DiffView } from '../diff/diff-view.tsx';
import { DialogForm } from '../fields/dialog-form.tsx';
import { texts as modelTexts } from '../texts.ts';
import { texts } from './texts.ts';

interface Props {
  readonly version: ModelVersionView;
  /** What the draft is based on. */
  readonly base: ModelVersionView | undefined;
  readonly model: ModelView;
  readonly onClose: () => void;
}

/** Puts a draft up for review: first its impact report, then why. */
export function SubmitDialog({ version, base, model, onClose }: Props) {
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
  const { data: made = [], refetch } = useGetList<VersionComparisonView>('version-comparisons', {
    filter: { after: version.id },
    sort: { field: 'at', order: 'DESC' },
    pagination: { page: 1, perPage: 20 },
  });
  const inForce = model.published.at(-1);
  const before = inForce === undefined ? null : `${version.key}@${inForce.version}`;
  const fresh = made.find(({ stale }) => stale.length === 0);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (fresh === undefined) return;
    setIssues([]);
    setSending(true);
    try {
      await api('POST', `/model-versions/${encodeURIComponent(version.id)}/submission`, {
        body: { report: fresh.id, reason },
        ifMatch: version.revision,
        idempotencyKey: `${key}/${fresh.id}/${encodeURIComponent(reason).slice(0, 150)}`,
      });
      notify(fill(t.submitted, { version: version.version }), { type: 'success' });
      refresh();
      onClose();
    } catch (error) {
      setIssues(issuesOf(error));
      setSending(false);
    }
  };
  return (
    <Dialog open fullWidth onClose={sending ? undefined : onClose} aria-labelledby={title}>
      <DialogForm onSubmit={(event) => void submit(event)}>
        <DialogTitle id={title}>{fill(t.submitTitle, { version: version.version })}</DialogTitle>
        <DialogContent tabIndex={0} sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <Typography>{t.submitText}</Typography>
          <Typography color="text.secondary">
            {inForce === undefined ? t.noBase : fill(t.base, { version: inForce.version })}
          </Typography>
          {fresh === undefined ? (
            <>
              <Alert severity="info">{made.length === 0 ? t.noReport : t.staleReport}</Alert>
              <MakeComparison
                before={before}
                after={version.id}
                cadence={version.document.cadence}
                label={t.makeReport}
                onMade={() => void refetch()}
              />
            </>
          ) : (
            <Alert severity="success">
              {fill(t.freshReport, { moved: fresh.moved, subjects: fresh.subjects })}{' '}
              <MuiLink component={Link} to={`/version-comparisons/${fresh.id}`} target="_blank">
                {t.seeReport}
              </MuiLink>
            </Alert>
          )}
          <DiffView base={base} document={version.document} />
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
            disabled={sending || fresh === undefined || reason.trim() === ''}
          >
            {t.submitNow}
          </Button>
        </DialogActions>
      </DialogForm>
    </Dialog>
  );
}
