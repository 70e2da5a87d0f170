import { Alert, Button, TextField, Typography } from '@mui/material';
import { useState, type FormEvent } from 'react';
import { useRefresh } from 'react-admin';
import { fill } from '../../../locales/index.ts';
import type { Issue, ModelView } from '../../../schemas/index.ts';
import { api, issuesOf } from '../../api/client.ts';
import { useCan } from '../../api/use-can.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { useIssueText } from '../../texts/use-issue-text.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { texts } from './texts.ts';

/** Which reviews of the model in force are due, and a way to say that they were done and nothing is to change. */
export function ReviewsDue({ model }: { readonly model: ModelView }) {
  const t = useTexts(texts);
  const can = useCan();
  const issueText = useIssueText();
  const refresh = useRefresh();
  const key = useIdempotencyKey();
  const [text, setText] = useState('');
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const due = model.reviews.filter(({ isDue }) => isDue);
  const version = model.published.at(-1)?.version;
  if (!can('review', 'model') || version === undefined || model.reviews.length === 0) return null;
  const dates = model.reviews.map((review) => fill(t.dueOn, { of: t[`of_${review.of}`], due: review.due }));
  if (due.length === 0)
    return (
      <Typography variant="body2" color="text.secondary">
        {fill(t.reviewsNext, { dates: dates.join(', ') })}
      </Typography>
    );
  const parts = due.map(({ of }) => t[`of_${of}`]).join(', ');
  const done = async (event: FormEvent) => {
    event.preventDefault();
    setIssues([]);
    try {
      await api('POST', `/model-versions/${encodeURIComponent(`${model.id}@${version}`)}/notes`, {
        body: { text, reviewed: due.map(({ of }) => of) },
        idempotencyKey: `${key}/${encodeURIComponent(text).slice(0, 150)}`,
      });
      refresh();
    } catch (error) {
      setIssues(issuesOf(error));
    }
  };
  return (
    <Alert severity="info" sx={{ '& .MuiAlert-message': { flexGrow: 1 } }}>
      {fill(t.reviewsDue, { parts, dates: dates.join(', ') })}
      <form
        onSubmit={(event) => void done(event)}
        style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 8 }}
      >
        <TextField
          label={t.reviewFound}
          value={text}
          onChange={(event) => setText(event.target.value)}
          sx={{ flex: '1 1 240px' }}
        />
        <Button type="submit" disabled={text.trim() === ''}>
          {t.reviewDone}
        </Button>
      </form>
      {issues.map((issue) => (
        <div key={issue.code} role="alert">
          {issueText(issue)}
        </div>
      ))}
    </Alert>
  );
}
