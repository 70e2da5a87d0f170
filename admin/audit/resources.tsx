import HistoryIcon from '@mui/icons-material/History';
import { lazy } from 'react';
import type { ResourceProps } from 'react-admin';
import type { RouteObject } from 'react-router-dom';

const AuditList = lazy(async () => ({ default: (await import('./audit-list.tsx')).AuditList }));

export const resources: readonly ResourceProps[] = [{ name: 'audit', icon: HistoryIcon, list: AuditList }];

export const routes: readonly RouteObject[] = [];
