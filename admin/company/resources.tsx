import { createElement, lazy } from 'react';
import type { ResourceProps } from 'react-admin';
import type { RouteObject } from 'react-router-dom';

const CompanyPage = lazy(async () => ({ default: (await import('./company-page.tsx')).CompanyPage }));

export const resources: readonly ResourceProps[] = [];

export const routes: readonly RouteObject[] = [{ path: '/settings', element: createElement(CompanyPage) }];
