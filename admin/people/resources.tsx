import GroupsIcon from '@mui/icons-material/Groups';
import PersonIcon from '@mui/icons-material/Person';
import { lazy } from 'react';
import type { ResourceProps } from 'react-admin';
import type { RouteObject } from 'react-router-dom';

const PeopleList = lazy(async () => ({ default: (await import('./people-list.tsx')).PeopleList }));
const PersonEdit = lazy(async () => ({ default: (await import('./person-edit.tsx')).PersonEdit }));
const TeamsList = lazy(async () => ({ default: (await import('./teams-list.tsx')).TeamsList }));

export const resources: readonly ResourceProps[] = [
  { name: 'people', icon: PersonIcon, list: PeopleList, edit: PersonEdit },
  { name: 'teams', icon: GroupsIcon, list: TeamsList },
];

export const routes: readonly RouteObject[] = [];
