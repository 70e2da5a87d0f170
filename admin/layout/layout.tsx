import AccountIcon from '@mui/icons-material/ManageAccounts';
import DatasetIcon from '@mui/icons-material/TableChart';
import GroupsIcon from '@mui/icons-material/Groups';
import HistoryIcon from '@mui/icons-material/History';
import HomeIcon from '@mui/icons-material/Home';
import ModelIcon from '@mui/icons-material/Balance';
import PasswordIcon from '@mui/icons-material/Password';
import PersonIcon from '@mui/icons-material/Person';
import RecordIcon from '@mui/icons-material/ListAlt';
import RunIcon from '@mui/icons-material/FactCheck';
import StatementIcon from '@mui/icons-material/ReceiptLong';
import { ListItemIcon, ListItemText, MenuItem, Typography, type MenuItemProps } from '@mui/material';
import type { ComponentType, ReactNode } from 'react';
import {
  AppBar,
  Layout,
  LocalesMenuButton,
  Logout,
  Menu,
  TitlePortal,
  ToggleThemeButton,
  UserMenu,
  useUserMenu,
} from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { Resource } from '../../engine/access/policy.ts';
import { useCan } from '../api/use-can.ts';
import { useMe } from '../api/use-me.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

interface Entry {
  readonly name:
    | 'models'
    | 'datasets'
    | 'records'
    | 'people'
    | 'teams'
    | 'runs'
    | 'statements'
    | 'accounts'
    | 'audit';
  readonly resource: Resource;
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
      userMenu={
        <UserMenu label={me?.name ?? ' '}>
          <ChangePassword />
          <Logout />
        </UserMenu>
      }
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

/** @param props what the menu tells its items: which of them has the focus. */
function ChangePassword(props: MenuItemProps) {
  const t = useTexts(texts);
  const menu = useUserMenu();
  const navigate = useNavigate();
  const open = () => {
    menu?.onClose();
    void navigate('/account/password');
  };
  return (
    <MenuItem {...props} onClick={open}>
      <ListItemIcon>
        <PasswordIcon fontSize="small" />
      </ListItemIcon>
      <ListItemText>{t.changePassword}</ListItemText>
    </MenuItem>
  );
}

function OurMenu() {
  const t = useTexts(texts);
  const can = useCan();
  return (
    <Menu aria-label={t.menu}>
      <Menu.Item to="/" primaryText={t.home} leftIcon={<HomeIcon />} />
      {entries
        .filter(({ resource }) => can('read', resource))
        .map(({ name, icon: Icon }) => (
          <Menu.Item key={name} to={`/${name}`} primaryText={t[name]} leftIcon={<Icon />} />
        ))}
    </Menu>
  );
}
