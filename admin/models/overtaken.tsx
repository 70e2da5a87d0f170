import { Alert, Box, Button, Typography } from '@mui/material';
import type { Model } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { DiffSections } from './diff/diff-view.tsx';
import { texts } from './texts.ts';

interface Props {
  /** What stood there when somebody began to type. */
  readonly before: Model;
  readonly theirs: Model;
  readonly mine: Model;
  readonly onTheirs: () => void;
  readonly onMine: () => void;
}

/** Somebody else saved the same draft: what they changed, what is typed here, and which of the two is to hold. */
export function Overtaken({ before, theirs, mine, onTheirs, onMine }: Props) {
  const t = useTexts(texts);
  return (
    <Alert severity="warning" role="alert" sx={{ '& .MuiAlert-message': { minWidth: 0 } }}>
      {t.stale}
      <Typography variant="h2" sx={{ mt: 1 }}>
        {t.theyChanged}
      </Typography>
      <DiffSections before={before} after={theirs}>
        {t.noChange}
      </DiffSections>
      <Typography variant="h2" sx={{ mt: 1 }}>
        {t.youChanged}
      </Typography>
      <DiffSections before={before} after={mine}>
        {t.noChange}
      </DiffSections>
      <Box sx={{ display: 'flex', gap: 1, mt: 1, flexWrap: 'wrap' }}>
        <Button color="inherit" variant="outlined" onClick={onTheirs}>
          {t.seeTheirs}
        </Button>
        <Button color="inherit" variant="outlined" onClick={onMine}>
          {t.keepMine}
        </Button>
      </Box>
    </Alert>
  );
}
