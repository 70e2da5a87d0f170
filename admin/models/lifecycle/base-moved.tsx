import { Alert } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { fill } from '../../../locales/index.ts';
import type { Issue, Model, ModelVersionView } from '../../../schemas/index.ts';
import { api, issuesOf } from '../../api/client.ts';
import { useIssueText } from '../../texts/use-issue-text.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { MergeView } from './merge-view.tsx';
import { texts } from './texts.ts';

interface Props {
  readonly version: ModelVersionView;
  /** What the draft is based on. */
  readonly base: ModelVersionView;
  /** What is in force, and came after it. */
  readonly newer: ModelVersionView;
}

/** Another version was published since the draft was begun: what it changed is taken over, or asked about. */
export function BaseMoved({ version, base, newer }: Props) {
  const t = useTexts(texts);
  const issueText = useIssueText();
  const notify = useNotify();
  const refresh = useRefresh();
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const takeUp = async (document: Model) => {
    setIssues([]);
    try {
      await api('PUT', `/model-versions/${encodeURIComponent(version.id)}`, {
        body: { document, basedOn: newer.version },
        ifMatch: version.revision,
      });
      notify(fill(t.baseTakenUp, { version: newer.version }), { type: 'success' });
      refresh();
    } catch (error) {
      setIssues(issuesOf(error));
    }
  };
  return (
    <>
      <MergeView
        what={fill(t.baseMoved, { version: newer.version, from: newer.from ?? '–', base: base.version })}
        theyChanged={fill(t.newerChanged, { version: newer.version })}
        base={base.document}
        theirs={newer.document}
        mine={version.document}
        onMerged={(document) => void takeUp(document)}
      />
      {issues.map((issue) => (
        <Alert key={`${issue.code}${issue.pointer ?? ''}`} severity="error" role="alert">
          {issueText(issue)}
        </Alert>
      ))}
    </>
  );
}
