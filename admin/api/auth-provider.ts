import type { AuthProvider } from 'react-admin';
import { can } from '../../engine/access/can.ts';
import type { Action, Resource } from '../../engine/access/policy.ts';
import type { Me, SignIn } from '../../schemas/index.ts';
import { ApiProblem, api } from './client.ts';

let me: Promise<Me> | undefined;

/** Who is signed in; asked once until somebody signs in or out. @throws ApiProblem 401 where nobody is. */
export function whoAmI(): Promise<Me> {
  me ??= api<Me>('GET', '/session').then(({ body }) => body);
  me.catch(() => {
    me = undefined;
  });
  return me;
}

/** Forgets who is signed in, so that it is asked again. */
export function forgetMe(): void {
  me = undefined;
}

/** What a list of the admin is to the policy. */
const resources: Readonly<Record<string, Resource>> = {
  accounts: 'account',
  audit: 'audit',
  comparisons: 'comparison',
  datasets: 'dataset',
  models: 'model',
  people: 'person',
  records: 'record',
  runs: 'run',
  statements: 'statement',
  teams: 'team',
};
const actions: Readonly<Record<string, Action>> = { create: 'create', edit: 'update', delete: 'remove' };

/** Signing in by a session that only the server sees. */
export const authProvider: AuthProvider = {
  async login(credentials: SignIn) {
    const { body } = await api<Me>('POST', '/session', { body: credentials });
    me = Promise.resolve(body);
  },
  async logout() {
    forgetMe();
    // Whoever is signed out already wanted nothing else.
    await api('DELETE', '/session').catch(() => {});
  },
  async checkAuth() {
    await whoAmI();
  },
  async checkError(error: unknown) {
    if (error instanceof ApiProblem && error.status === 401) {
      forgetMe();
      throw error;
    }
  },
  async getIdentity() {
    const { person, name } = await whoAmI();
    return { id: person, fullName: name ?? '' };
  },
  async canAccess({ action, resource }) {
    const known = resources[resource];
    if (known === undefined) return true;
    return can(await whoAmI(), actions[action] ?? 'read', known);
  },
};
