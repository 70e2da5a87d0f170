import type { Role, Sensitivity } from '../../schemas/index.ts';

/** What can be done with a resource; `read` of a list gives what the scope covers. */
export type Action =
  | 'read'
  | 'create'
  | 'update'
  | 'remove'
  | 'review'
  | 'approve'
  | 'comment'
  | 'publish'
  | 'lock'
  | 'verify';

/** What the API has to do with, one word each. */
export type Resource =
  | 'account'
  | 'audit'
  | 'company'
  | 'comparison'
  | 'dataset'
  | 'home'
  | 'import'
  | 'model'
  | 'person'
  | 'record'
  | 'result'
  | 'run'
  | 'statement'
  | 'team'
  | 'upload';

/** Whose records: one's own, those of one's teams, everybody's. */
export type Scope = 'self' | 'team' | 'all';

/** One line of the policy. */
export interface Rule {
  readonly role: Role;
  readonly resources: readonly Resource[];
  readonly actions: readonly Action[];
  readonly scope: Scope;
}

const data: readonly Resource[] = ['dataset', 'record', 'upload', 'import', 'person', 'team'];
const judging: readonly Resource[] = ['run', 'result', 'statement', 'comparison'];
const everybody: readonly Role[] = [
  'admin',
  'hr',
  'salesOps',
  'director',
  'manager',
  'seller',
  'representative',
  'auditor',
];

/** Who may do what. What is not here is denied. */
export const policy: readonly Rule[] = [
  ...everybody.map((role): Rule => ({
    role,
    resources: ['home', 'company'],
    actions: ['read'],
    scope: 'all',
  })),

  { role: 'admin', resources: ['account'], actions: ['read', 'create', 'update'], scope: 'all' },
  { role: 'admin', resources: ['audit', 'person', 'team'], actions: ['read'], scope: 'all' },
  { role: 'admin', resources: ['company'], actions: ['update'], scope: 'all' },

  { role: 'hr', resources: ['company'], actions: ['update'], scope: 'all' },
  { role: 'hr', resources: data, actions: ['read', 'create', 'update', 'remove'], scope: 'all' },
  {
    role: 'hr',
    resources: ['model'],
    actions: ['read', 'create', 'update', 'review', 'publish', 'comment'],
    scope: 'all',
  },
  { role: 'hr', resources: judging, actions: ['read', 'create', 'verify', 'lock'], scope: 'all' },
  { role: 'hr', resources: ['audit'], actions: ['read'], scope: 'all' },

  { role: 'salesOps', resources: data, actions: ['read', 'create', 'update'], scope: 'all' },
  { role: 'salesOps', resources: ['model'], actions: ['read', 'create', 'update', 'comment'], scope: 'all' },
  { role: 'salesOps', resources: judging, actions: ['read', 'create', 'verify'], scope: 'all' },

  { role: 'director', resources: data, actions: ['read'], scope: 'all' },
  {
    role: 'director',
    resources: ['model'],
    actions: ['read', 'review', 'approve', 'publish', 'comment'],
    scope: 'all',
  },
  { role: 'director', resources: judging, actions: ['read', 'create', 'verify', 'lock'], scope: 'all' },
  { role: 'director', resources: ['audit'], actions: ['read'], scope: 'all' },

  { role: 'manager', resources: ['person', 'team', 'result', 'statement'], actions: ['read'], scope: 'team' },
  { role: 'manager', resources: ['model', 'run'], actions: ['read'], scope: 'all' },

  { role: 'seller', resources: ['person', 'result', 'statement'], actions: ['read'], scope: 'self' },
  { role: 'seller', resources: ['model', 'run'], actions: ['read'], scope: 'all' },

  // What is in force, and drafts that are put up for hearing.
  { role: 'representative', resources: ['model'], actions: ['read', 'comment'], scope: 'all' },

  {
    role: 'auditor',
    resources: [...data, ...judging, 'model', 'audit', 'account'],
    actions: ['read'],
    scope: 'all',
  },
  { role: 'auditor', resources: ['run'], actions: ['verify'], scope: 'all' },
];

/** What a column may be too private for most to see. */
export type { Sensitivity } from '../../schemas/index.ts';

/** Who sees sensitive columns of other people's records. One's own pay everybody sees; nobody their own survey texts. */
export const seers: Readonly<Record<Sensitivity, readonly Role[]>> = {
  pay: ['hr', 'director', 'auditor'],
  surveyText: ['hr', 'director', 'auditor'],
};
