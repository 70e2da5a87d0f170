import StatementIcon from '@mui/icons-material/ReceiptLong';
import { lazy } from 'react';
import type { ResourceProps } from 'react-admin';

const StatementsList = lazy(async () => ({
  default: (await import('./statements-list.tsx')).StatementsList,
}));
const StatementPage = lazy(async () => ({ default: (await import('./statement-page.tsx')).StatementPage }));

export const resources: readonly ResourceProps[] = [
  { name: 'statements', icon: StatementIcon, list: StatementsList },
];

export const routes = [{ path: '/statements/:id', element: <StatementPage /> }];
