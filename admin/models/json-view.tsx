import {
  Accordion,
  AccordionDetails,
  AccordionSummary,
  Alert,
  Box,
  Button,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { guardDocument, schemaIssues } from '../../engine/index.ts';
import { validateModel, type Issue, type Model } from '../../schemas/index.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

interface Props {
  readonly document: Model;
  readonly onApply?: (document: Model) => void;
}

/** The same document as JSON, for whoever reads it better so. */
export function JsonView({ document, onApply }: Props) {
  const t = useTexts(texts);
  const issueText = useIssueText();
  const [typed, setTyped] = useState<string>();
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const text = typed ?? JSON.stringify(document, null, 2);
  const apply = () => {
    const read = readModel(text);
    if ('issues' in read) {
      setIssues(read.issues);
      return;
    }
    setIssues([]);
    setTyped(undefined);
    onApply?.(read.model);
  };
  return (
    <Accordion>
      <AccordionSummary>
        <Typography component="h2" variant="h2">
          {t.json}
        </Typography>
      </AccordionSummary>
      <AccordionDetails>
        <Typography>{t.jsonHint}</Typography>
        <TextField
          multiline
          fullWidth
          maxRows={30}
          value={text}
          onChange={(event) => setTyped(event.target.value)}
          slotProps={{
            htmlInput: {
              'aria-label': t.json,
              spellCheck: false,
              readOnly: onApply === undefined,
              style: { fontFamily: 'monospace' },
            },
          }}
        />
        {issues.map((issue) => (
          <Alert key={`${issue.code}${issue.pointer ?? ''}`} severity="error" role="alert">
            {issueText(issue)} <code>{issue.pointer}</code>
          </Alert>
        ))}
        {onApply !== undefined && (
          <Box sx={{ mt: 1 }}>
            <Button disabled={typed === undefined} onClick={apply}>
              {t.apply}
            </Button>
          </Box>
        )}
      </AccordionDetails>
    </Accordion>
  );
}

function readModel(text: string): { readonly model: Model } | { readonly issues: readonly Issue[] } {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { issues: [{ code: 'document.notJson', severity: 'error' }] };
  }
  const guarded = guardDocument(document);
  if (guarded.length > 0) return { issues: guarded };
  const refused = schemaIssues(validateModel, document);
  return refused.length > 0 ? { issues: refused } : { model: document as Model };
}
