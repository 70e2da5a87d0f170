import { Alert, Box, Button, Card, CardContent, TextField, Typography } from '@mui/material';
import { useMemo, useState, type FormEvent } from 'react';
import { Loading, Title, useGetList, useGetMany, useGetOne, useRefresh } from 'react-admin';
import { api, issuesOf } from '../api/client.ts';
import type {
  Company,
  CompanyView,
  DatasetView,
  Issue,
  ModelVersionView,
  ModelView,
} from '../../schemas/index.ts';
import { EditingContext } from '../models/editing/editing-context.ts';
import { RecordFields } from '../schema-form/schema-field.tsx';
import { shapeOf, type RecordShape } from '../schema-form/shape.ts';
import { SurroundingsContext, type JsonRecord } from '../schema-form/surroundings.ts';
import { LoadFailed } from '../shared/load-failed.tsx';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useLanguage } from '../texts/use-language.ts';
import { useTexts } from '../texts/use-texts.ts';
import { companySurroundings } from './company-surroundings.ts';
import { texts } from './texts.ts';

const whole = { pagination: { page: 1, perPage: 1000 } };
const nowhere = () => undefined;

/** What holds for the whole company, by the form that its schema makes. */
export function CompanyPage() {
  const t = useTexts(texts);
  const { data, error, refetch } = useGetOne<CompanyView>('company', { id: 'company' }, { retry: false });
  if (error !== null) return <LoadFailed title={t.notThere} error={error} onRetry={() => void refetch()} />;
  return data === undefined ? <Loading /> : <CompanyForm key={data.revision} view={data} />;
}

function CompanyForm({ view }: { readonly view: CompanyView }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const issueText = useIssueText();
  const refresh = useRefresh();
  const { data: datasets } = useGetList<DatasetView>('datasets', whole);
  const { data: models = [] } = useGetList<ModelView>('models', whole);
  const newest = models.flatMap(({ id, draft, published }) => {
    const version = published.at(-1)?.version ?? draft;
    return version === null || version === undefined ? [] : [`${id}@${version}`];
  });
  const { data: versions } = useGetMany<ModelVersionView>(
    'model-versions',
    { ids: newest },
    { enabled: newest.length > 0 },
  );
  const [document, setDocument] = useState<Company>(view.document);
  const [reason, setReason] = useState('');
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [saving, setSaving] = useState(false);
  const [status, setStatus] = useState('');
  const surroundings = useMemo(
    () =>
      companySurroundings(
        (datasets ?? []).map((dataset) => dataset.document),
        (versions ?? []).map((version) => version.document),
        language,
      ),
    [datasets, versions, language],
  );
  const editing = useMemo(() => ({ findings: issues, jump: nowhere, jumpToJson: nowhere }), [issues]);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    setIssues([]);
    setStatus('');
    try {
      await api('PUT', '/company/company', { body: { document, reason }, ifMatch: view.revision });
      setStatus(t.saved);
      setReason('');
      refresh();
    } catch (error) {
      setIssues(issuesOf(error));
    } finally {
      setSaving(false);
    }
  };
  return (
    <EditingContext value={editing}>
      <SurroundingsContext value={surroundings}>
        <Title title={t.title} />
        <Card sx={{ mt: 1, maxWidth: 960 }}>
          <CardContent
            component="form"
            onSubmit={(event) => void save(event)}
            sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}
          >
            <Typography variant="h1">{t.title}</Typography>
            <Typography>{t.intro}</Typography>
            <RecordFields
              shape={shapeOf('company.schema.json') as RecordShape}
              value={document as unknown as JsonRecord}
              pointer=""
              owner=""
              field="company"
              around={[]}
              onChange={(next) => setDocument(next as unknown as Company)}
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
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
              <Button type="submit" variant="contained" disabled={saving}>
                {t.save}
              </Button>
              <output>{status}</output>
            </Box>
          </CardContent>
        </Card>
      </SurroundingsContext>
    </EditingContext>
  );
}
