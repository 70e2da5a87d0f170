import { Box, Typography } from '@mui/material';
import type { Model } from '../../schemas/index.ts';
import { DiffSections } from '../models/diff/diff-view.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { fieldOf } from './deeds.ts';
import { texts } from './texts.ts';

interface Props {
  readonly before: unknown;
  readonly after: unknown;
}

/** What a model says differently, in sentences; nothing where it was new. */
export function ModelChanges({ before, after }: Props) {
  const t = useTexts(texts);
  const [was, is] = [documentOf(before), documentOf(after)];
  if (was === undefined || is === undefined) return null;
  return (
    <Box>
      <Typography component="h2" variant="h3">
        {t.modelChanges}
      </Typography>
      <DiffSections before={was} after={is}>
        {t.modelSame}
      </DiffSections>
    </Box>
  );
}

function documentOf(kept: unknown): Model | undefined {
  const document = fieldOf(kept, 'document');
  // The log keeps whole documents, and only such as were let through when they were saved.
  return typeof document === 'object' && document !== null ? (document as Model) : undefined;
}
