import { Chip } from '@mui/material';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** Whether an account is active, in words; the frame only helps the eye. */
export function StateChip({ active }: { readonly active: boolean }) {
  const t = useTexts(texts);
  return (
    <Chip size="small" variant={active ? 'outlined' : 'filled'} label={active ? t.active : t.inactive} />
  );
}
