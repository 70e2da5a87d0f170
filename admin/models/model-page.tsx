import { Alert, Box, Button, Card, CardContent, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { Title, useGetList, useGetOne, useRefresh } from 'react-admin';
import { useParams, useSearchParams } from 'react-router-dom';
import { api, issuesOf } from '../api/client.ts';
import { useCan } from '../api/use-can.ts';
import { useIdempotencyKey } from '../api/use-idempotency-key.ts';
import { fill } from '../../locales/index.ts';
import type { Issue, Model, ModelVersionView, ModelView } from '../../schemas/index.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { DraftEditor } from './draft-editor.tsx';
import { CompareSection } from '../version-comparisons/compare-section.tsx';
import { DiffSections, DiffView } from './diff/diff-view.tsx';
import { ReviewBar } from './lifecycle/review-bar.tsx';
import { texts as lifecycleTexts } from './lifecycle/texts.ts';
import { NotesSection } from './lifecycle/notes-section.tsx';
import { ReviewsDue } from './lifecycle/reviews-due.tsx';
import { VersionHistory } from './lifecycle/version-history.tsx';
import { ModelDocument } from './model-document.tsx';
import { texts } from './texts.ts';
import { useLeftOver } from './use-draft-document.ts';
import { VersionLine } from './version-line.tsx';

/** A model: one of its versions, chosen in the address; a draft is edited in place. */
export function ModelPage() {
  const t = useTexts(texts);
  const label = useLabel();
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const { data: model } = useGetOne<ModelView>('models', { id });
  const { data: versions = [] } = useGetList<ModelVersionView>('model-versions', {
    filter: { key: id },
    sort: { field: 'version', order: 'DESC' },
    pagination: { page: 1, perPage: 1000 },
  });
  const wanted = Number(search.get('version') ?? model?.draft ?? model?.published.at(-1)?.version ?? 0);
  const version = versions.find((item) => item.version === wanted) ?? versions[0];
  if (model === undefined || version === undefined) return null;
  const choose = (number: number) => setSearch({ version: String(number) });
  return (
    <Box sx={{ display: 'grid', gap: 2, mt: 1, maxWidth: 1200 }}>
      <Title title={label(model.name)} />
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="h1" sx={{ flexGrow: 1 }}>
          {label(model.name)}
        </Typography>
        <TextField
          select
          label={t.version}
          value={version.version}
          onChange={(event) => choose(Number(event.target.value))}
          fullWidth={false}
        >
          {versions.map((item) => (
            <MenuItem key={item.version} value={item.version}>
              {fill(t.versionIs, { version: item.version, state: t[`state_${item.state}`] })}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      <ReviewsDue model={model} />
      {version.state === 'draft' ? (
        <DraftEditor
          key={version.id}
          version={version}
          base={versions.find((item) => item.version === version.basedOn)}
          model={model}
          newer={newerThan(version, versions, model)}
        />
      ) : (
        <ReadOnlyVersion
          key={version.id}
          version={version}
          base={versions.find((item) => item.version === version.basedOn)}
          onDraft={choose}
        />
      )}
      <Card>
        <CardContent sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <CompareSection key={version.id} version={version} versions={versions} />
          <NotesSection
            key={`${version.id}/notes`}
            version={version}
            base={versions.find((item) => item.version === version.basedOn)}
          />
          <VersionHistory version={version} />
        </CardContent>
      </Card>
    </Box>
  );
}

/** The version in force, where the draft is based on one before it. */
function newerThan(
  { basedOn }: ModelVersionView,
  versions: readonly ModelVersionView[],
  { published }: ModelView,
): ModelVersionView | undefined {
  const last = published.findLast(({ pilot }) => !pilot)?.version;
  const isBasedOnPublished = published.some(({ version }) => version === basedOn);
  if (last === undefined || last === basedOn || !isBasedOnPublished) return undefined;
  return versions.find(({ version }) => version === last);
}

interface ReadOnlyProps {
  readonly version: ModelVersionView;
  /** What it is based on. */
  readonly base: ModelVersionView | undefined;
  readonly onDraft: (version: number) => void;
}

function ReadOnlyVersion({ version, base, onDraft }: ReadOnlyProps) {
  const t = useTexts(texts);
  const { restore } = useTexts(lifecycleTexts);
  const can = useCan();
  const issueText = useIssueText();
  const refresh = useRefresh();
  const idempotencyKey = useIdempotencyKey();
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [leftOver, forget] = useLeftOver(version.id);
  const makeDraft = async (document?: Model) => {
    try {
      const body = { key: version.key, basedOn: version.version, ...(document && { document }) };
      const made = await api<ModelVersionView>('POST', '/model-versions', { body, idempotencyKey });
      if (document !== undefined) forget();
      refresh();
      onDraft(made.body.version);
    } catch (error) {
      setIssues(issuesOf(error));
    }
  };
  return (
    <Card>
      <CardContent sx={{ display: 'grid', gap: 2 }}>
        <VersionLine version={version} />
        <ReviewBar version={version} base={base} />
        {issues.map((issue) => (
          <Alert key={issue.code} severity="error" role="alert">
            {issueText(issue)}
          </Alert>
        ))}
        {leftOver !== undefined && (
          <Alert severity="warning" sx={{ '& .MuiAlert-message': { minWidth: 0 } }}>
            {t.leftOver}
            <Typography variant="h2" sx={{ mt: 1 }}>
              {t.youChanged}
            </Typography>
            <DiffSections before={version.document} after={leftOver}>
              {t.noChange}
            </DiffSections>
            {can('create', 'model') && (
              <Button color="inherit" onClick={() => void makeDraft(leftOver)}>
                {t.leftOverDraft}
              </Button>
            )}
            <Button color="inherit" onClick={forget}>
              {t.discard}
            </Button>
          </Alert>
        )}
        {can('create', 'model') && (
          <Box>
            <Button variant="contained" onClick={() => void makeDraft()}>
              {version.state === 'published' ? t.edit : restore}
            </Button>
          </Box>
        )}
        {version.state !== 'published' && base !== undefined && (
          <DiffView base={base} document={version.document} />
        )}
        <ModelDocument document={version.document} />
      </CardContent>
    </Card>
  );
}
