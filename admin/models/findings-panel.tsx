import { Alert, List, ListItem, Typography } from '@mui/material';
import type { Issue } from '../../schemas/index.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** What the checker finds in the document, as one types. */
export function FindingsPanel({ findings }: { readonly findings: readonly Issue[] }) {
  const t = useTexts(texts);
  const issueText = useIssueText();
  return (
    <section aria-label={t.findings}>
      <Typography variant="h2">{t.findings}</Typography>
      {findings.length === 0 ? (
        <Alert severity="success">{t.noFindings}</Alert>
      ) : (
        <List dense>
          {findings.map((issue, index) => (
            <ListItem key={index} disableGutters>
              <Alert severity={issue.severity} sx={{ width: '100%' }}>
                {issueText(issue)} {issue.pointer !== undefined && <code>{issue.pointer}</code>}
              </Alert>
            </ListItem>
          ))}
        </List>
      )}
    </section>
  );
}
