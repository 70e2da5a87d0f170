import { List, ListItem, Typography } from '@mui/material';
import type { Model } from '../../../schemas/index.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { paySentence } from './pay-sentence.ts';
import { texts } from './texts.ts';

/** What the model pays, in sentences. */
export function PayLines({ document }: { readonly document: Model }) {
  const t = useTexts(texts);
  const language = useLanguage();
  if (document.pay === undefined) return null;
  return (
    <section aria-label={t.pay}>
      <Typography variant="h2">{t.pay}</Typography>
      <List dense disablePadding>
        {document.pay.map((line) => (
          <ListItem key={line.id} disableGutters sx={{ overflowWrap: 'anywhere' }}>
            {paySentence(document, line, language, t)}
          </ListItem>
        ))}
      </List>
    </section>
  );
}
