import { lazy } from 'react';
import type { ResourceProps } from 'react-admin';

const ComparisonPage = lazy(async () => ({
  default: (await import('./comparison-page.tsx')).ComparisonPage,
}));

/** They are found from the runs they compare, so they have no list of their own. */
export const resources: readonly ResourceProps[] = [{ name: 'comparisons' }];

export const routes = [{ path: '/comparisons/:id', element: <ComparisonPage /> }];
