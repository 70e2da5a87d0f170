import { Alert, Box, Button, Card, CardContent } from '@mui/material';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useGetList, useRefresh } from 'react-admin';
import { fill } from '../../locales/index.ts';
import { check, checkAgainstDatasets, hasErrors } from '../../engine/index.ts';
import { ApiProblem, api, issuesOf } from '../api/client.ts';
import { useCan } from '../api/use-can.ts';
import type { DatasetView, Issue, Model, ModelVersionView, ModelView } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { sameJson } from '../../engine/difference/changes.ts';
import { DiffView } from './diff/diff-view.tsx';
import { EditingContext } from './editing/editing-context.ts';
import { focusField } from './editing/pointer-fields.ts';
import { FindingsPanel } from './findings/findings-panel.tsx';
import { useFindingText } from './findings/use-finding-text.ts';
import { GiveUpDialog } from './give-up-dialog.tsx';
import { JsonView } from './json/json-view.tsx';
import { MetricEditing } from './metric/metric-editing.tsx';
import { ModelDocument } from './model-document.tsx';
import { Overtaken } from './overtaken.tsx';
import { BaseMoved } from './lifecycle/base-moved.tsx';
import { HearingButton } from './lifecycle/hearing-button.tsx';
import { SubmitDialog } from './lifecycle/submit-dialog.tsx';
import { texts as lifecycleTexts } from './lifecycle/texts.ts';
import { texts } from './texts.ts';
import { WhatIfSection } from '../what-if/what-if-section.tsx';
import { useAnalysis } from './findings/use-analysis.ts';
import { useAutosave } from './use-autosave.ts';
import { useDraftDocument } from './use-draft-document.ts';
import { VersionLine } from './version-line.tsx';

interface Props {
  readonly version: ModelVersionView;
  /** What the draft is based on. */
  readonly base: ModelVersionView | undefined;
  readonly model: ModelView;
  /** What was published since the draft was begun, and is in force. */
  readonly newer: ModelVersionView | undefined;
}

/** A draft being edited: checked as one types, saved whatever its weights add up to, published only when it is right. */
export function DraftEditor({ version: read, base, model, newer }: Props) {
  const t = useTexts(texts);
  const { submit, savedAt, isHeard, unread } = useTexts(lifecycleTexts);
  const can = useCan();
  const findingText = useFindingText();
  const refresh = useRefresh();
  const [saved, setSaved] = useState<ModelVersionView>();
  // What was just saved is newer than the list until the list is read again.
  const version = saved !== undefined && saved.revision > read.revision ? saved : read;
  const draft = useDraftDocument(version);
  const { document } = draft;
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [saving, setSaving] = useState(false);
  const [submitting, setSubmitting] = useState(false);
  const [givingUp, setGivingUp] = useState(false);
  const [metricPointer, setMetricPointer] = useState<string>();
  const [jsonOpen, setJsonOpen] = useState(false);
  const [jsonPlace, setJsonPlace] = useState<{ readonly pointer: string }>();
  const fields = useRef<HTMLDivElement>(null);
  const [status, setStatus] = useState('');
  const checked = useFindings(document);
  const analysed = useAnalysis(document);
  const findings = useMemo(() => [...checked, ...analysed], [checked, analysed]);
  // Text that was saved as it was stays until it is taken over, whatever else is saved meanwhile.
  const [applied, setApplied] = useState<string | null>(null);
  const kept = version.text === applied ? null : version.text;
  const mayEdit = can('update', 'model');
  const path = `/model-versions/${encodeURIComponent(version.id)}`;

  const jumpToJson = useCallback((pointer: string) => {
    setJsonOpen(true);
    setJsonPlace({ pointer });
  }, []);
  const jump = useCallback(
    (pointer: string) => {
      const field = fields.current?.querySelector(`[data-pointer="${CSS.escape(pointer)}"]`);
      if (mayEdit && field === null && /^\/metrics\/\d+/.test(pointer)) setMetricPointer(pointer);
      else if (!mayEdit || fields.current === null || !focusField(fields.current, pointer))
        jumpToJson(pointer);
    },
    [mayEdit, jumpToJson],
  );
  const editing = useMemo(() => ({ findings, jump, jumpToJson }), [findings, jump, jumpToJson]);

  const attempt = async (act: () => Promise<unknown>) => {
    setIssues([]);
    setSaving(true);
    try {
      await act();
    } catch (error) {
      setIssues(issuesOf(error));
    } finally {
      setSaving(false);
    }
  };
  const save = (text = kept) =>
    attempt(async () => {
      const body = { document, ...(text !== null && { text }) };
      const stands = await saveOrRead(path, body, version.revision);
      setSaved(stands);
      refresh();
      // What somebody else saved is shown beside what is typed; the own answer that got lost is not somebody else's.
      if (!sameJson(stands.document, document)) return;
      draft.discard();
      setStatus(fill(savedAt, { at: new Date().toTimeString().slice(0, 5) }));
    });

  useAutosave(draft.unsaved && draft.overtaken === undefined && mayEdit && !saving, document, save);

  return (
    <EditingContext value={editing}>
      <Card>
        <CardContent sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <VersionLine version={version} />
          {kept !== null && (
            <Alert
              severity="warning"
              action={
                <Button color="inherit" onClick={() => setJsonOpen(true)}>
                  {t.json}
                </Button>
              }
            >
              {unread}
            </Alert>
          )}
          {version.hearing && <Alert severity="info">{isHeard}</Alert>}
          {draft.restored && <Alert severity="info">{t.restored}</Alert>}
          {issues.map((issue) => (
            <Alert key={`${issue.code}${issue.pointer ?? ''}`} severity="error" role="alert">
              {findingText(issue)}
            </Alert>
          ))}
          {draft.overtaken !== undefined && (
            <Overtaken
              before={draft.overtaken}
              version={version}
              mine={document}
              onTheirs={draft.discard}
              onMerged={draft.rebase}
            />
          )}
          {mayEdit && !draft.unsaved && base !== undefined && newer !== undefined && (
            <BaseMoved version={version} base={base} newer={newer} />
          )}
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
            {mayEdit && (
              <Button
                variant="contained"
                disabled={!draft.unsaved || saving || draft.overtaken !== undefined}
                onClick={() => void save()}
              >
                {t.save}
              </Button>
            )}
            {mayEdit && (
              <Button
                variant="outlined"
                disabled={draft.unsaved || saving || kept !== null || hasErrors(findings)}
                onClick={() => setSubmitting(true)}
              >
                {submit}
              </Button>
            )}
            {mayEdit && draft.unsaved && <Button onClick={draft.discard}>{t.discard}</Button>}
            {mayEdit && !draft.unsaved && <Button onClick={() => setGivingUp(true)}>{t.giveUp}</Button>}
            {!draft.unsaved && <HearingButton version={version} />}
            <output>{draft.unsaved ? t.unsaved : status}</output>
          </Box>
          <FindingsPanel document={document} />
          <div ref={fields}>
            <ModelDocument
              document={document}
              {...(mayEdit && {
                onChange: draft.change,
                onEditMetric: (at) => setMetricPointer(`/metrics/${at}`),
              })}
            >
              {mayEdit && (
                <MetricEditing
                  document={document}
                  pointer={metricPointer}
                  onPointer={setMetricPointer}
                  onChange={draft.change}
                />
              )}
            </ModelDocument>
          </div>
          <WhatIfSection version={version} base={base} document={document} />
          <DiffView base={base} document={document} onJump={jump} />
          <JsonView
            name={version.id}
            document={document}
            findings={findings}
            wanted={jsonPlace}
            open={jsonOpen}
            onOpen={setJsonOpen}
            saved={kept}
            {...(mayEdit && {
              onApply: (next) => {
                setApplied(version.text);
                draft.change(next);
              },
              onKeep: (text) => void save(text),
            })}
          />
        </CardContent>
        {submitting && (
          <SubmitDialog version={version} base={base} model={model} onClose={() => setSubmitting(false)} />
        )}
        {givingUp && <GiveUpDialog version={version} base={base} onClose={() => setGivingUp(false)} />}
      </Card>
    </EditingContext>
  );
}

/** The draft as it stands after saving it, or, where it was changed meanwhile, as it was changed. */
async function saveOrRead(path: string, body: object, revision: number): Promise<ModelVersionView> {
  try {
    return (await api<ModelVersionView>('PUT', path, { body, ifMatch: revision })).body;
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 412) throw error;
    return (await api<ModelVersionView>('GET', path)).body;
  }
}

/** What the engine finds in a document, with the datasets that the company has. */
function useFindings(document: Model): readonly Issue[] {
  const { data: datasets } = useGetList<DatasetView>('datasets', {
    pagination: { page: 1, perPage: 1000 },
  });
  return useMemo(() => {
    const found = check(document);
    const definitions = (datasets ?? []).map((dataset) => dataset.document);
    return hasErrors(found) || definitions.length === 0
      ? found
      : [...found, ...checkAgainstDatasets(document, definitions)];
  }, [document, datasets]);
}
