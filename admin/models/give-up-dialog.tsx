import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { fill } from '../../locales/index.ts';
import type { Issue, ModelVersionView } from '../../schemas/index.ts';
import { api, issuesOf } from '../api/client.ts';
import { useTexts } from '../texts/use-texts.ts';
import { DiffView } from './diff/diff-view.tsx';
import { useFindingText } from './findings/use-finding-text.ts';
import { texts } from './texts.ts';

interface Props {
  readonly version: ModelVersionView;
  /** What the draft is based on. */
  readonly base: ModelVersionView | undefined;
  readonly onClose: () => void;
}

/** Asks before a draft is given up, and says what it would have changed. */
export function GiveUpDialog({ version, base, onClose }: Props) {
  const t = useTexts(texts);
  const findingText = useFindingText();
  const notify = useNotify();
  const refresh = useRefresh();
  const title = useId();
  const [sending, setSending] = useState(false);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const giveUp = async () => {
    setIssues([]);
    setSending(true);
    try {
      const path = `/model-versions/${encodeURIComponent(version.id)}`;
      await api('DELETE', path, { ifMatch: version.revision });
      notify(fill(t.givenUp, { version: version.version }), { type: 'success' });
      onClose();
      refresh();
    } catch (error) {
      setIssues(issuesOf(error));
      setSending(false);
    }
  };
  return (
    <Dialog open fullWidth onClose={sending ? undefined : onClose} aria-labelledby={title}>
      <DialogTitle id={title}>{fill(t.giveUpTitle, { version: version.version })}</DialogTitle>
      <DialogContent tabIndex={0} sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Typography>{t.giveUpText}</Typography>
        <DiffView base={base} document={version.document} />
        {issues.map((issue) => (
          <Alert key={`${issue.code}${issue.pointer ?? ''}`} severity="error" role="alert">
            {findingText(issue)}
          </Alert>
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={sending}>
          {t.giveUpNot}
        </Button>
        <Button variant="contained" color="error" disabled={sending} onClick={() => void giveUp()}>
          {t.giveUpNow}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
