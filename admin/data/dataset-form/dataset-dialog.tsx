import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useId, useMemo, useState, type FormEvent } from 'react';
import { api, issuesOf } from '../../api/client.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import type { Dataset, DatasetView, Issue } from '../../../schemas/index.ts';
import { EditingContext } from '../../models/editing/editing-context.ts';
import { DialogForm } from '../../models/fields/dialog-form.tsx';
import { RecordFields } from '../../schema-form/schema-field.tsx';
import { shapeOf, type RecordShape } from '../../schema-form/shape.ts';
import { SurroundingsContext, type JsonRecord } from '../../schema-form/surroundings.ts';
import { useIssueText } from '../../texts/use-issue-text.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { datasetSurroundings } from './dataset-surroundings.ts';
import { texts } from './texts.ts';

interface Props {
  /** What is changed; undefined: a new one. */
  readonly dataset: DatasetView | undefined;
  readonly onSaved: (view: DatasetView) => void;
  readonly onClose: () => void;
}

const nowhere = () => undefined;

/** A dataset to begin with: who, when, how much. */
const plain: Dataset = {
  format: 'meritscale/dataset/1',
  id: 'new_table',
  name: { zh: '新数据表', en: 'New dataset' },
  key: ['person', 'day'],
  columns: [
    { id: 'person', name: { zh: '人员', en: 'Person' }, type: 'person', required: true },
    { id: 'day', name: { zh: '日期', en: 'Day' }, type: 'date', required: true },
    { id: 'amount', name: { zh: '数值', en: 'Amount' }, type: 'decimal', required: true, places: 2 },
  ],
};

/** A dataset and its columns by form; what the server finds wrong stands beside the fields. */
export function DatasetDialog({ dataset, onSaved, onClose }: Props) {
  const t = useTexts(texts);
  const language = useLanguage();
  const issueText = useIssueText();
  const idempotencyKey = useIdempotencyKey();
  const title = useId();
  const [document, setDocument] = useState<Dataset>(dataset?.document ?? plain);
  const [reason, setReason] = useState('');
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [saving, setSaving] = useState(false);
  // What is sent anew after it was refused is another request.
  const [tries, setTries] = useState(0);
  const editing = useMemo(() => ({ findings: issues, jump: nowhere, jumpToJson: nowhere }), [issues]);
  const surroundings = useMemo(() => datasetSurroundings(document, language), [document, language]);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    setIssues([]);
    try {
      const body = { document, reason };
      const { body: view } =
        dataset === undefined
          ? await api<DatasetView>('POST', '/datasets', {
              body,
              idempotencyKey: `${idempotencyKey}/${tries}`,
            })
          : await api<DatasetView>('PUT', `/datasets/${encodeURIComponent(dataset.id)}`, {
              body,
              ifMatch: dataset.revision,
            });
      onSaved(view);
    } catch (error) {
      setIssues(issuesOf(error));
      setTries(tries + 1);
    } finally {
      setSaving(false);
    }
  };
  return (
    <EditingContext value={editing}>
      <SurroundingsContext value={surroundings}>
        <Dialog open fullWidth maxWidth="md" onClose={onClose} aria-labelledby={title}>
          <DialogForm onSubmit={(event) => void save(event)}>
            <DialogTitle id={title}>{dataset === undefined ? t.newDataset : t.changeDataset}</DialogTitle>
            <DialogContent
              tabIndex={0}
              sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', pt: '8px !important' }}
            >
              <RecordFields
                shape={shapeOf('dataset.schema.json') as RecordShape}
                value={document as unknown as JsonRecord}
                pointer=""
                owner=""
                field="dataset"
                around={[]}
                onChange={(next) => setDocument(next as unknown as Dataset)}
              />
              <TextField
                label={t.reason}
                required
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
              {issues.map((issue) => (
                <Alert key={`${issue.code}${issue.pointer}`} severity="error" role="alert">
                  {issueText(issue)}
                </Alert>
              ))}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{t.cancel}</Button>
              <Button type="submit" variant="contained" disabled={saving}>
                {t.save}
              </Button>
            </DialogActions>
          </DialogForm>
        </Dialog>
      </SurroundingsContext>
    </EditingContext>
  );
}
