import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { fill } from '../../locales/index.ts';
import { useMe } from '../api/use-me.ts';
import { Section } from '../shared/section.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { ActivityDialog } from './activity-dialog.tsx';
import type { AccountProps } from './account-props.ts';
import { texts } from './texts.ts';

/** Whether somebody may sign in at all, and the way to change that. */
export function SigningIn({ account, name, reload }: AccountProps) {
  const t = useTexts(texts);
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const own = account.id === me?.person;
  return (
    <Section title={t.signingIn}>
      <Typography>{fill(account.active ? t.isActive : t.isInactive, { name })}</Typography>
      {own && account.active ? (
        <Typography color="text.secondary">{t.notYourself}</Typography>
      ) : (
        <Box>
          <Button
            variant="outlined"
            color={account.active ? 'error' : 'primary'}
            onClick={() => setAsking(true)}
          >
            {account.active ? t.deactivate : t.reactivate}
          </Button>
        </Box>
      )}
      {asking && (
        <ActivityDialog account={account} name={name} reload={reload} onClose={() => setAsking(false)} />
      )}
    </Section>
  );
}
