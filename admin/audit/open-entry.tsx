import { Link } from '@mui/material';
import { useExpanded } from 'react-admin';
import type { AuditEntryView } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { deedOf } from './deeds.ts';
import { texts } from './texts.ts';

/** What was done, which opens and closes what exactly was changed: react-admin's arrow cannot be reached by keyboard. */
export function OpenEntry({ entry }: { readonly entry: AuditEntryView }) {
  const t = useTexts(texts);
  const [open, toggle] = useExpanded('audit', entry.id);
  return (
    <Link
      component="button"
      type="button"
      aria-expanded={open}
      onClick={(event) => {
        event.stopPropagation();
        toggle();
      }}
      sx={{ font: 'inherit', minHeight: 24, verticalAlign: 'baseline' }}
    >
      {t[deedOf(entry)]}
    </Link>
  );
}
