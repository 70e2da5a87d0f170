import type { AccountView, Role } from '../../../schemas/index.ts';
import type { SmallCompany } from '../small-company.ts';
import { fresh, reason, type Changes } from './ready-change.ts';

const password = 'long enough to be one';

async function account(company: SmallCompany, role: Role = 'seller', withPassword = false) {
  const admin = await company.as('admin');
  const grants = [{ role }];
  const body = {
    identifier: fresh('clerk'),
    name: 'Clerk',
    grants,
    reason,
    // Making one takes long.
    ...(withPassword && { password }),
  };
  const made = (await admin.post('/accounts', body)).body as AccountView;
  return { admin, account: made, grants };
}

/** Signing in and out, and accounts. Setting up must come first: it is for who has no administrator yet. */
export const accessChanges: Changes = {
  'POST /setup': async (company) => ({
    by: undefined,
    path: '/setup',
    body: { token: company.app.services.setupToken, identifier: fresh('first'), name: 'First', password },
    logged: {
      action: 'create',
      resource: 'account',
      before: null,
      after: { grants: [{ role: 'admin' }], active: true, passwordChanged: true },
      reason: null,
    },
  }),
  'POST /session': async (company) => {
    const { account: made } = await account(company, 'seller', true);
    return { by: undefined, path: '/session', body: { identifier: made.identifiers[0]!, password } };
  },
  'DELETE /session': async (company) => ({
    by: await company.as('auditor', fresh('leaves')),
    path: '/session',
  }),
  'PUT /session/password': async (company) => {
    const { account: made, grants } = await account(company, 'auditor', true);
    return {
      by: await company.as('auditor', made.identifiers[0]),
      path: '/session/password',
      body: { current: password, next: `${password} indeed` },
      logged: {
        action: 'update',
        resource: 'account',
        record: made.id,
        before: { grants, active: true },
        after: { grants, active: true, passwordChanged: true },
        reason: null,
      },
    };
  },
  'POST /accounts': async (company) => ({
    by: await company.as('admin'),
    path: '/accounts',
    body: { identifier: fresh('clerk'), name: 'Clerk', grants: [{ role: 'salesOps' }], reason },
    logged: {
      action: 'create',
      resource: 'account',
      before: null,
      after: { grants: [{ role: 'salesOps' }], active: true, passwordChanged: false },
      reason,
    },
  }),
  'PUT /accounts/:id': async (company) => {
    const { admin, account: made, grants } = await account(company);
    return {
      by: admin,
      path: `/accounts/${made.id}`,
      body: { grants: [{ role: 'manager', teams: ['上海'] }], active: false, reason },
      ifMatch: '"1"',
      logged: {
        action: 'update',
        resource: 'account',
        record: made.id,
        before: { grants, active: true },
        after: { grants: [{ role: 'manager', teams: ['上海'] }], active: false, passwordChanged: false },
        reason,
      },
    };
  },
};
