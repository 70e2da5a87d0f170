import { Alert, Box, Button, Link as MuiLink, Typography } from '@mui/material';
import { DataTable, List, SearchInput, useListContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { AccountView } from '../../schemas/index.ts';
import { useCan } from '../api/use-can.ts';
import { useMe } from '../api/use-me.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { narrow, scrolling } from '../shared/list-styles.ts';
import { useListErrors } from '../shared/use-list-errors.ts';
import { useTexts } from '../texts/use-texts.ts';
import { RoleGuide } from './role-guide.tsx';
import { StateChip } from './state-chip.tsx';
import { texts } from './texts.ts';
import { useRoleNames } from './use-role-names.ts';

/** Who may sign in, and as what. */
export function AccountsList() {
  const t = useTexts(texts);
  const queryOptions = useListErrors();
  const can = useCan();
  const make = can('create', 'account') && (
    <Button component={Link} to="/accounts/new" variant="contained">
      {t.newAccount}
    </Button>
  );
  return (
    <Box sx={{ pt: 2, minWidth: 0, display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, justifyContent: 'space-between' }}>
        <Typography variant="h1">{t.accounts}</Typography>
        {make}
      </Box>
      <Typography sx={{ maxWidth: 720 }}>
        {t.intro} {!can('update', 'account') && t.readOnly}
      </Typography>
      <RoleGuide />
      <List
        title={t.accounts}
        exporter={false}
        sort={{ field: 'name', order: 'ASC' }}
        actions={false}
        perPage={25}
        storeKey={false}
        queryOptions={queryOptions}
        filters={[
          <SearchInput
            key="q"
            source="q"
            alwaysOn
            placeholder={t.search}
            slotProps={{ htmlInput: { 'aria-label': t.search } }}
          />,
        ]}
        empty={<EmptyState title={t.noAccounts} text={t.noAccountsHint} action={make || undefined} />}
        sx={narrow}
      >
        <Accounts />
      </List>
    </Box>
  );
}

function Accounts() {
  const t = useTexts(texts);
  const me = useMe();
  const { grants: grantsText } = useRoleNames();
  const { total, filterValues } = useListContext();
  return (
    <>
      {total === 1 && Object.keys(filterValues).length === 0 && (
        <Alert severity="info" sx={{ m: 2 }}>
          {t.onlyYou}
        </Alert>
      )}
      <DataTable
        bulkActionButtons={false}
        rowClick={(id) => `/accounts/${encodeURIComponent(id)}`}
        empty={<Typography sx={{ p: 2 }}>{t.noneFound}</Typography>}
        sx={scrolling}
      >
        <DataTable.Col
          source="name"
          label={t.name}
          render={({ id, name }: AccountView) => (
            <MuiLink
              component={Link}
              to={`/accounts/${encodeURIComponent(id)}`}
              aria-label={fill(t.openAccount, { name: name ?? id })}
              onClick={(event) => event.stopPropagation()}
            >
              {fill(id === me?.person ? t.you : '{name}', { name: name ?? t.nameErased })}
            </MuiLink>
          )}
        />
        <DataTable.Col
          label={t.identifier}
          disableSort
          render={({ identifiers }: AccountView) => identifiers.join(', ')}
        />
        <DataTable.Col
          label={t.roles}
          disableSort
          render={({ grants }: AccountView) => (
            <Box sx={{ minWidth: 160, whiteSpace: 'normal' }}>{grantsText(grants)}</Box>
          )}
        />
        <DataTable.Col
          label={t.state}
          disableSort
          render={({ active }: AccountView) => <StateChip active={active} />}
        />
        <DataTable.Col
          label={t.password}
          disableSort
          render={({ hasPassword }: AccountView) => (hasPassword ? t.hasPassword : t.noPassword)}
        />
      </DataTable>
    </>
  );
}
