import AccountIcon from '@mui/icons-material/ManageAccounts';
import { lazy } from 'react';
import type { ResourceProps } from 'react-admin';

const AccountsList = lazy(async () => ({ default: (await import('./accounts-list.tsx')).AccountsList }));
const AccountPage = lazy(async () => ({ default: (await import('./account-page.tsx')).AccountPage }));
const NewAccount = lazy(async () => ({ default: (await import('./new-account.tsx')).NewAccount }));
const OwnPassword = lazy(async () => ({ default: (await import('./own-password.tsx')).OwnPassword }));

export const resources: readonly ResourceProps[] = [
  { name: 'accounts', icon: AccountIcon, list: AccountsList },
];

export const routes = [
  { path: '/accounts/new', element: <NewAccount /> },
  { path: '/accounts/:id', element: <AccountPage /> },
  { path: '/account/password', element: <OwnPassword /> },
];
