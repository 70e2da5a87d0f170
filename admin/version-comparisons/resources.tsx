import { lazy } from 'react';
import type { ResourceProps } from 'react-admin';

const VersionComparisonPage = lazy(async () => ({
  default: (await import('./version-comparison-page.tsx')).VersionComparisonPage,
}));

/** They are found from the model whose versions they compare, so they have no list of their own. */
export const resources: readonly ResourceProps[] = [
  { name: 'version-comparisons' },
  { name: 'version-movements' },
];

export const routes = [{ path: '/version-comparisons/:id', element: <VersionComparisonPage /> }];
