import { Link as MuiLink } from '@mui/material';
import { useExpanded } from 'react-admin';
import type { MovementView } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** A person's name, which opens and closes what made them move: react-admin's arrow cannot be reached by keyboard. */
export function OpenMovement({ movement: { id, name, person } }: { readonly movement: MovementView }) {
  const t = useTexts(texts);
  const [open, toggle] = useExpanded('movements', id);
  return (
    <MuiLink
      component="button"
      type="button"
      aria-expanded={open}
      {...(open && { 'aria-controls': `movement-${person}` })}
      onClick={(event) => {
        event.stopPropagation();
        toggle();
      }}
      sx={{ font: 'inherit', minHeight: 24, verticalAlign: 'baseline' }}
    >
      {name ?? `${t.nameErased} (${person})`}
    </MuiLink>
  );
}
