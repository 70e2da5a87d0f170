import { Alert, Box, Button } from '@mui/material';
import { fill } from '../../locales/index.ts';
import type { AccountView } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';
import { useRoleNames } from './use-role-names.ts';

interface Props {
  /** As somebody else left it. */
  readonly account: AccountView;
  readonly onTheirs: () => void;
  readonly onMine: () => void;
}

/** That somebody else was quicker: what the account is now, and which of the two is to hold. */
export function Overtaken({ account, onTheirs, onMine }: Props) {
  const t = useTexts(texts);
  const { grants } = useRoleNames();
  const now = [account.active ? t.active : t.inactive, grants(account.grants)].join(' · ');
  return (
    <Alert severity="warning" role="alert">
      {fill(t.overtaken, { state: now })}
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 1 }}>
        <Button size="small" color="inherit" variant="outlined" onClick={onTheirs}>
          {t.seeTheirs}
        </Button>
        <Button size="small" color="inherit" variant="outlined" onClick={onMine}>
          {t.keepMine}
        </Button>
      </Box>
    </Alert>
  );
}
