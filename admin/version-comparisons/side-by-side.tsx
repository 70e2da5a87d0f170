import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { api, issuesOf } from '../api/client.ts';
import type { Issue, SideBySide as Sides, VersionMovementView } from '../../schemas/index.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useLanguage } from '../texts/use-language.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** A person's statement by both versions beside each other, on demand; lines that only one of them has stand out. */
export function SideBySide({ movement: { id } }: { readonly movement: VersionMovementView }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const issueText = useIssueText();
  const [sides, setSides] = useState<Sides>();
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [loading, setLoading] = useState(false);
  const read = async () => {
    setLoading(true);
    setIssues([]);
    try {
      const path = `/version-movements/${encodeURIComponent(id)}/statements`;
      setSides((await api<Sides>('GET', path, { query: { language } })).body);
    } catch (error) {
      setIssues(issuesOf(error));
    } finally {
      setLoading(false);
    }
  };
  if (sides === undefined)
    return (
      <Box className="no-print">
        <Button size="small" disabled={loading} onClick={() => void read()}>
          {t.statements}
        </Button>
        {issues.map((issue) => (
          <Alert key={issue.code} severity="warning" role="alert">
            {issueText(issue)}
          </Alert>
        ))}
      </Box>
    );
  const column = (title: string, lines: readonly string[] | null, others: readonly string[] | null) => (
    <Box role="group" aria-label={title} sx={{ minWidth: 0 }}>
      <Typography variant="subtitle2" component="div">
        {title}
      </Typography>
      {(lines ?? [t.notJudged]).map((line, at) => (
        <Typography
          key={`${at}${line}`}
          variant="body2"
          component="div"
          sx={{
            overflowWrap: 'anywhere',
            whiteSpace: 'pre-wrap',
            minHeight: '0.75em',
            ...(others?.includes(line) === false && { fontWeight: 600, bgcolor: 'action.hover' }),
          }}
        >
          {line}
        </Typography>
      ))}
    </Box>
  );
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' } }}>
      {column(t.before, sides.before, sides.after)}
      {column(t.after, sides.after, sides.before)}
    </Box>
  );
}
