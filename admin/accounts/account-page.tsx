import { Box, Button, LinearProgress, Typography } from '@mui/material';
import { Title, useGetOne } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import type { AccountView } from '../../schemas/index.ts';
import { useCan } from '../api/use-can.ts';
import { useMe } from '../api/use-me.ts';
import { LoadFailed } from '../shared/load-failed.tsx';
import { Section } from '../shared/section.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { AccountHead } from './account-head.tsx';
import { GivePassword } from './give-password.tsx';
import { RolesForm } from './roles-form.tsx';
import { SigningIn } from './signing-in.tsx';
import { texts } from './texts.ts';
import { useRoleNames } from './use-role-names.ts';

/** One account: who, what they may do, their password, whether they may sign in. */
export function AccountPage() {
  const t = useTexts(texts);
  const { id = '' } = useParams();
  const { data, error, refetch } = useGetOne<AccountView>('accounts', { id }, { retry: false });
  if (data === undefined) {
    return (
      <Box sx={{ pt: 2 }}>
        <Title title={t.accounts} />
        {error === null ? (
          <LinearProgress aria-label={t.accounts} />
        ) : (
          <LoadFailed title={t.loadFailed} error={error} onRetry={() => void refetch()} />
        )}
      </Box>
    );
  }
  return <Account key={data.id} account={data} reload={refetch} />;
}

interface Props {
  readonly account: AccountView;
  readonly reload: () => Promise<unknown>;
}

function Account({ account, reload }: Props) {
  const t = useTexts(texts);
  const can = useCan();
  const me = useMe();
  const { grants } = useRoleNames();
  const part = { account, reload, name: account.name ?? `${t.nameErased} (${account.id})` };
  const own = account.id === me?.person;
  return (
    <Box sx={{ pt: 2, pb: 4, maxWidth: 720, minWidth: 0, display: 'grid', gap: 3 }}>
      <AccountHead {...part} />
      {can('update', 'account') ? (
        <>
          <RolesForm {...part} />
          {own ? (
            <Section title={t.password} note={t.ownPasswordNote}>
              <Box>
                <Button component={Link} to="/account/password" variant="outlined">
                  {t.changePassword}
                </Button>
              </Box>
            </Section>
          ) : (
            <GivePassword {...part} />
          )}
          <SigningIn {...part} />
        </>
      ) : (
        <Section title={t.roles} note={t.readOnly}>
          <Typography>{grants(account.grants)}</Typography>
        </Section>
      )}
    </Box>
  );
}
