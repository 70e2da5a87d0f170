import AccountIcon from '@mui/icons-material/ManageAccounts';
import DatasetIcon from '@mui/icons-material/TableChart';
import GroupsIcon from '@mui/icons-material/Groups';
import HistoryIcon from '@mui/icons-material/History';
import HomeIcon from '@mui/icons-material/Home';
import ModelIcon from '@mui/icons-material/Balance';
import PersonIcon from '@mui/icons-material/Person';
import RecordIcon from '@mui/icons-material/ListAlt';
import RunIcon from '@mui/icons-material/FactCheck';
import SettingsIcon from '@mui/icons-material/Settings';
import StatementIcon from '@mui/icons-material/ReceiptLong';
import { Typography } from '@mui/material';
import type { ComponentType, ReactNode } from 'react';
import { AppBar, Layout, LocalesMenuButton, Menu, TitlePortal, ToggleThemeButton } from 'react-admin';
import type { Action, Resource } from '../../engine/access/policy.ts';
import { useCan } from '../api/use-can.ts';
import { useMe } from '../api/use-me.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';
import { OurUserMenu } from './user-menu.tsx';

interface Entry {
  readonly name:
    | 'models'
    | 'datasets'
    | 'records'
    | 'people'
    | 'teams'
    | 'runs'
    | 'statements'
    | 'settings'
    | 'accounts'
    | 'audit';
  readonly resource: Resource;
  /** read if absent. */
  readonly action?: Action;
  readonly icon: ComponentType;
}

const entries: readonly Entry[] = [
  { name: 'models', resource: 'model', icon: ModelIcon },
  { name: 'runs', resource: 'run', icon: RunIcon },
  { name: 'statements', resource: 'statement', icon: StatementIcon },
  { name: 'datasets', resource: 'dataset', icon: DatasetIcon },
  { name: 'records', resource: 'record', icon: RecordIcon },
  { name: 'people', resource: 'person', icon: PersonIcon },
  { name: 'teams', resource: 'team', icon: GroupsIcon },
  { name: 'settings', resource: 'company', action: 'update', icon: SettingsIcon },
  { name: 'accounts', resource: 'account', icon: AccountIcon },
  { name: 'audit', resource: 'audit', icon: HistoryIcon },
];

/** The frame of every page. */
export function AppLayout({ children }: { readonly children?: ReactNode }) {
  return (
    <Layout appBar={OurAppBar} menu={OurMenu}>
      {children}
    </Layout>
  );
}

function OurAppBar() {
  const t = useTexts(texts);
  const me = useMe();
  const roles = (me?.grants ?? []).map(({ role }) => t[role]).join(', ');
  return (
    <AppBar
      color="primary"
      userMenu={<OurUserMenu />}
      toolbar={
        <>
          <LocalesMenuButton />
          <ToggleThemeButton />
        </>
      }
    >
      <Typography sx={{ mr: 2, fontWeight: 600, display: { xs: 'none', sm: 'block' } }}>
        {t.product}
      </Typography>
      <TitlePortal component="span" />
      <Typography variant="body2" sx={{ display: { xs: 'none', md: 'block' }, mr: 1 }}>
        {roles}
      </Typography>
    </AppBar>
  );
}

function OurMenu() {
  const t = useTexts(texts);
  const can = useCan();
  return (
    <Menu aria-label={t.menu}>
      <Menu.Item to="/" primaryText={t.home} leftIcon={<HomeIcon />} />
      {entries
        .filter(({ resource, action = 'read' }) => can(action, resource))
        .map(({ name, icon: Icon }) => (
          <Menu.Item key={name} to={`/${name}`} primaryText={t[name]} leftIcon={<Icon />} />
        ))}
    </Menu>
  );
}
