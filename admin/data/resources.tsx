import DatasetIcon from '@mui/icons-material/TableChart';
import RecordIcon from '@mui/icons-material/ListAlt';
import { lazy } from 'react';
import type { ResourceProps } from 'react-admin';

const DatasetsList = lazy(async () => ({ default: (await import('./datasets-list.tsx')).DatasetsList }));
const DatasetPage = lazy(async () => ({ default: (await import('./dataset-page.tsx')).DatasetPage }));
const RecordsList = lazy(async () => ({ default: (await import('./records-list.tsx')).RecordsList }));
const RecordEdit = lazy(async () => ({ default: (await import('./record-edit.tsx')).RecordEdit }));
const RecordCreate = lazy(async () => ({ default: (await import('./record-create.tsx')).RecordCreate }));
const ImportWizard = lazy(async () => ({ default: (await import('./import-wizard.tsx')).ImportWizard }));

export const resources: readonly ResourceProps[] = [
  { name: 'datasets', icon: DatasetIcon, list: DatasetsList, show: DatasetPage },
  { name: 'records', icon: RecordIcon, list: RecordsList, edit: RecordEdit, create: RecordCreate },
];

export const routes = [{ path: '/imports/new', element: <ImportWizard /> }];
