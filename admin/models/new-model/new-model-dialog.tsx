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
import { useId, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Issue, Model, ModelVersionView } from '../../../schemas/index.ts';
import { api, issuesOf } from '../../api/client.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { useStages } from '../../people/use-stages.ts';
import { useIssueText } from '../../texts/use-issue-text.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { DiffSections } from '../diff/diff-view.tsx';
import { DialogForm } from '../fields/dialog-form.tsx';
import { Row } from '../fields/row.tsx';
import { SourceField, type Source } from './source-field.tsx';
import { texts } from './texts.ts';

const sources: readonly Source[] = ['starter', 'other', 'file'];

/** Begins a model from another one or a file, under a key and for a stage of its own. */
export function NewModelDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(texts);
  const issueText = useIssueText();
  const navigate = useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const title = useId();
  const { stages, name: stageName } = useStages();
  const [source, setSource] = useState<Source>('starter');
  const [like, setLike] = useState<Model>();
  const [model, setModel] = useState<Model>();
  const [reason, setReason] = useState('');
  const [tries, setTries] = useState(0);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const choose = (chosen: Model | undefined) => {
    setLike(chosen);
    setModel(chosen);
  };
  const set = (change: Partial<Model>) => model !== undefined && setModel({ ...model, ...change });
  const create = async (event: FormEvent) => {
    event.preventDefault();
    setIssues([]);
    setTries(tries + 1);
    try {
      const { body } = await api<ModelVersionView>('POST', '/models', {
        body: { document: model, reason },
        idempotencyKey: `${idempotencyKey}/${tries}`,
      });
      void navigate(`/models/${encodeURIComponent(body.key)}/show`);
    } catch (error) {
      setIssues(issuesOf(error));
    }
  };
  return (
    <Dialog open fullWidth onClose={onClose} aria-labelledby={title}>
      <DialogForm onSubmit={(event) => void create(event)}>
        <DialogTitle id={title}>{t.title}</DialogTitle>
        <DialogContent tabIndex={0} sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <Typography>{t.hint}</Typography>
          <TextField
            select
            label={t.from}
            value={source}
            onChange={(event) => {
              setSource(event.target.value as Source);
              choose(undefined);
            }}
          >
            {sources.map((id) => (
              <MenuItem key={id} value={id}>
                {t[id]}
              </MenuItem>
            ))}
          </TextField>
          <SourceField key={source} source={source} onChosen={choose} />
          {model !== undefined && like !== undefined && (
            <>
              <TextField
                required
                label={t.key}
                value={model.key}
                onChange={(event) => set({ key: event.target.value })}
              />
              <TextField
                select
                label={t.stage}
                value={stages.some(({ id }) => id === model.stage) ? model.stage : ''}
                onChange={(event) => set({ stage: event.target.value })}
              >
                {stages.map(({ id }) => (
                  <MenuItem key={id} value={id}>
                    {stageName(id)}
                  </MenuItem>
                ))}
              </TextField>
              <Row>
                {(['zh', 'en'] as const).map((language) => (
                  <TextField
                    key={language}
                    required
                    label={language === 'zh' ? t.nameZh : t.nameEn}
                    value={model.name[language]}
                    onChange={(event) => set({ name: { ...model.name, [language]: event.target.value } })}
                    sx={{ flex: '1 1 220px' }}
                  />
                ))}
              </Row>
              <Typography variant="h2">{t.differences}</Typography>
              <DiffSections before={like} after={model}>
                {t.same}
              </DiffSections>
              <TextField
                required
                multiline
                label={t.reason}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </>
          )}
          {issues.map((issue) => (
            <Alert key={`${issue.code}${issue.pointer ?? ''}`} severity="error" role="alert">
              {issueText(issue)}
            </Alert>
          ))}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="contained" disabled={model === undefined || reason.trim() === ''}>
            {t.create}
          </Button>
        </DialogActions>
      </DialogForm>
    </Dialog>
  );
}
