import RunIcon from '@mui/icons-material/PlayCircleOutline';
import { lazy } from 'react';
import type { ResourceProps } from 'react-admin';

const RunsList = lazy(async () => ({ default: (await import('./runs-list.tsx')).RunsList }));
const NewRun = lazy(async () => ({ default: (await import('./new-run.tsx')).NewRun }));
const RunPage = lazy(async () => ({ default: (await import('./run-page.tsx')).RunPage }));

export const resources: readonly ResourceProps[] = [{ name: 'runs', icon: RunIcon, list: RunsList }];

export const routes = [
  { path: '/runs/new', element: <NewRun /> },
  { path: '/runs/:id', element: <RunPage /> },
];
