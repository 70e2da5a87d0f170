import { Alert, Box, Button, Card, CardContent } from '@mui/material';
import { useMemo, useState } from 'react';
import { useGetList, useNotify, useRefresh } from 'react-admin';
import { check, checkAgainstDatasets, hasErrors } from '../../engine/index.ts';
import { ApiProblem, api, issuesOf } from '../api/client.ts';
import { useCan } from '../api/use-can.ts';
import type { DatasetView, Issue, Model, ModelVersionView } from '../../schemas/index.ts';
import { useDraft } from '../shared/use-draft.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useTexts } from '../texts/use-texts.ts';
import { FindingsPanel } from './findings-panel.tsx';
import { JsonView } from './json-view.tsx';
import { ModelDocument } from './model-document.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { texts } from './texts.ts';
import { VersionLine } from './version-line.tsx';

/** A draft being edited: checked as one types, saved whatever its weights add up to, published only when it is right. */
export function DraftEditor({ version }: { readonly version: ModelVersionView }) {
  const t = useTexts(texts);
  const can = useCan();
  const issueText = useIssueText();
  const notify = useNotify();
  const refresh = useRefresh();
  const [typed, keep] = useDraft<Model>(`model/${version.id}`);
  const [restored] = useState(typed !== undefined);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [stale, setStale] = useState<number>();
  const [publishing, setPublishing] = useState(false);
  const { data: datasets = [] } = useGetList<DatasetView>('datasets', {
    pagination: { page: 1, perPage: 1000 },
  });
  const document = typed ?? version.document;
  const findings = useMemo(() => {
    const found = check(document);
    const definitions = datasets.map((dataset) => dataset.document);
    return hasErrors(found) || definitions.length === 0
      ? found
      : [...found, ...checkAgainstDatasets(document, definitions)];
  }, [document, datasets]);
  const mayEdit = can('update', 'model');
  const path = `/model-versions/${encodeURIComponent(version.id)}`;

  const attempt = async (act: () => Promise<unknown>) => {
    setIssues([]);
    try {
      await act();
      keep(undefined);
      refresh();
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 412) {
        const theirs = await api<ModelVersionView>('GET', path);
        setStale(theirs.body.revision);
      }
      setIssues(issuesOf(error));
    }
  };
  const save = (ifMatch: number) =>
    attempt(async () => {
      await api('PUT', path, { body: { document }, ifMatch });
      notify(t.saved, { type: 'success' });
    });
  const giveUp = () => attempt(() => api('DELETE', path, { ifMatch: version.revision }));

  return (
    <Card>
      <CardContent sx={{ display: 'grid', gap: 2 }}>
        <VersionLine version={version} />
        {restored && typed !== undefined && <Alert severity="info">{t.restored}</Alert>}
        {issues.map((issue) => (
          <Alert key={`${issue.code}${issue.pointer ?? ''}`} severity="error" role="alert">
            {issueText(issue)}
          </Alert>
        ))}
        {stale !== undefined && (
          <Alert severity="warning">
            {t.stale}
            <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
              <Button
                onClick={() => {
                  keep(undefined);
                  refresh();
                }}
              >
                {t.seeTheirs}
              </Button>
              <Button onClick={() => void save(stale)}>{t.keepMine}</Button>
            </Box>
          </Alert>
        )}
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
          {mayEdit && (
            <Button
              variant="contained"
              disabled={typed === undefined}
              onClick={() => void save(version.revision)}
            >
              {t.save}
            </Button>
          )}
          {can('publish', 'model') && (
            <Button
              variant="outlined"
              disabled={typed !== undefined || hasErrors(findings)}
              onClick={() => setPublishing(true)}
            >
              {t.publish}
            </Button>
          )}
          {mayEdit && typed !== undefined && <Button onClick={() => keep(undefined)}>{t.discard}</Button>}
          {mayEdit && typed === undefined && <Button onClick={() => void giveUp()}>{t.giveUp}</Button>}
          {typed !== undefined && <output>{t.unsaved}</output>}
        </Box>
        <FindingsPanel findings={findings} />
        <ModelDocument document={document} {...(mayEdit && { onChange: keep })} />
        <JsonView document={document} {...(mayEdit && { onApply: keep })} />
      </CardContent>
      {publishing && <PublishDialog version={version} onClose={() => setPublishing(false)} />}
    </Card>
  );
}
