import { Alert, Box, Button, List, ListItem, Typography } from '@mui/material';
import { fill } from '../../../locales/index.ts';
import type { Issue, Model } from '../../../schemas/index.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { useEditing } from '../editing/editing-context.ts';
import { texts as modelTexts } from '../texts.ts';
import { placeText } from './place-text.ts';
import { texts } from './texts.ts';
import { useFindingText } from './use-finding-text.ts';

/** What the checker finds in the document as one types; each finding leads to what it is about. */
export function FindingsPanel({ document }: { readonly document: Model }) {
  const t = useTexts(texts);
  const { findings: title, noFindings } = useTexts(modelTexts);
  const { findings } = useEditing();
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const says = errors > 0 ? fill(t.errors, { count: errors }) : fill(t.warnings, { count: findings.length });
  return (
    <section aria-label={title}>
      <Typography variant="h2">{title}</Typography>
      {findings.length === 0 ? (
        <Alert severity="success">{noFindings}</Alert>
      ) : (
        <>
          <output>{says}</output>
          <List dense disablePadding>
            {findings.map((issue, index) => (
              <Finding key={index} issue={issue} document={document} />
            ))}
          </List>
        </>
      )}
    </section>
  );
}

function Finding({ issue, document }: { readonly issue: Issue; readonly document: Model }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const findingText = useFindingText();
  const { jump, jumpToJson } = useEditing();
  const { pointer } = issue;
  const text = findingText(issue);
  return (
    <ListItem disableGutters>
      <Alert severity={issue.severity} sx={{ width: '100%', '& .MuiAlert-message': { minWidth: 0 } }}>
        {pointer === undefined ? (
          text
        ) : (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'baseline' }}>
            <Button
              color="inherit"
              onClick={() => jump(pointer)}
              sx={{ textAlign: 'left', textDecoration: 'underline', p: 0.25, justifyContent: 'flex-start' }}
            >
              {fill(t.finding, { place: placeText(document, pointer, language), text })}
            </Button>
            <Button
              color="inherit"
              aria-label={fill(t.inJsonOf, { text })}
              onClick={() => jumpToJson(pointer)}
              sx={{ p: 0.25 }}
            >
              {t.inJson}
            </Button>
          </Box>
        )}
      </Alert>
    </ListItem>
  );
}
