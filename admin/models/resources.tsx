import ModelIcon from '@mui/icons-material/Balance';
import { lazy } from 'react';
import type { ResourceProps } from 'react-admin';
import type { RouteObject } from 'react-router-dom';

const ModelsList = lazy(async () => ({ default: (await import('./models-list.tsx')).ModelsList }));
const ModelPage = lazy(async () => ({ default: (await import('./model-page.tsx')).ModelPage }));

export const resources: readonly ResourceProps[] = [
  { name: 'models', icon: ModelIcon, list: ModelsList, show: ModelPage },
];

export const routes: readonly RouteObject[] = [];
