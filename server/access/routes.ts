import type {
  AccountChange,
  AccountView,
  Me,
  NewAccount,
  PasswordChange,
  Setup,
  SignIn,
  Welcome,
} from '../../schemas/index.ts';
import { rateOf } from '../api/rate.ts';
import { defineRoute, refuse, type Refusal, type Route, type RouteRequest } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import { currentDefinitions } from '../definitions/definitions.ts';
import { newestRevision } from '../changes/revise.ts';
import { identifierId } from '../people/identifier.ts';
import { peopleOf } from '../people/people.ts';
import type { Account } from '../store/documents.ts';
import { accountByIdentifier, accountOf, allAccounts, hasAdmin, isAdmin, reviseAccount } from './accounts.ts';
import { accountViews, demoPeople, meOf } from './account-views.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { isToken, setUp } from './setup.ts';
import { beginSession, endSession, endSessionsOf } from './sessions.ts';

const issue = (code: string) => ({ code, severity: 'error' }) as const;

/** Signing in and out, and accounts. */
export function accessRoutes(services: Services): Route[] {
  const { store, clock, cookie, demo } = services;
  // Of one name, from all addresses together: nobody's password is found by many machines either.
  const guesses = rateOf(50, 60 * 60_000, clock);
  const isIn = async (person: string) => ({
    body: (await meOf(services, person)) as Me,
    headers: { 'Set-Cookie': cookie.set(await beginSession(store, person, clock())) },
  });

  return [
    defineRoute<never, Welcome>({
      method: 'GET',
      path: '/welcome',
      summary: 'What the sign-in page has to know',
      allow: 'public',
      answer: 'access#welcome',
      async handle() {
        const [company] = await currentDefinitions(store, 'company');
        const state = demo || (await hasAdmin(store)) ? 'ready' : 'setup';
        const people = demo ? await demoPeople(services) : [];
        return { body: { company: company?.document.name ?? null, state, demo, people } };
      },
    }),
    defineRoute<never, Me>({
      method: 'GET',
      path: '/session',
      summary: 'Who is signed in',
      allow: 'signedIn',
      answer: 'access#me',
      handle: async ({ caller }) => ({ body: (await meOf(services, caller!.person)) as Me }),
    }),
    defineRoute<SignIn, Me>({
      method: 'POST',
      path: '/session',
      summary: 'Sign in',
      allow: 'public',
      repeatable: true,
      body: 'access#signIn',
      answer: 'access#me',
      refuses: [401],
      async handle({ body, raw }) {
        if ('person' in body) {
          if (!demo) return refuse(403, issue('access.notDemo'));
          const account = await accountOf(store, body.person);
          return account?.active === true ? isIn(body.person) : refuse(401, issue('access.credentials'));
        }
        const tries = identifierId(body.identifier);
        if (guesses.wait(tries) !== undefined) return refuse(429, issue('access.tooMany'));
        const account = await accountByIdentifier(store, body.identifier);
        const right = await verifyPassword(body.password, account?.password ?? null);
        if (!right || account?.active !== true) {
          guesses.take(tries);
          return refuse(401, issue('access.credentials'));
        }
        const token = cookie.read(raw.headers.cookie);
        if (token !== undefined) await endSession(store, token);
        return isIn(account.person);
      },
    }),
    defineRoute<never, never>({
      method: 'DELETE',
      path: '/session',
      summary: 'Sign out',
      allow: 'signedIn',
      repeatable: true,
      answer: 'nothing',
      async handle({ raw }) {
        const token = cookie.read(raw.headers.cookie);
        if (token !== undefined) await endSession(store, token);
        return { headers: { 'Set-Cookie': cookie.clear() } };
      },
    }),
    defineRoute<Setup, Me>({
      method: 'POST',
      path: '/setup',
      summary: 'Make the first administrator, by the token that the server printed',
      allow: 'public',
      repeatable: true,
      body: 'access#setup',
      answer: 'access#me',
      refuses: [409],
      async handle({ body, change }) {
        if (await hasAdmin(store)) return refuse(409, issue('access.setupDone'));
        if (!isToken(body.token, services.setupToken)) return refuse(403, issue('access.setupToken'));
        const { identifier, name } = body;
        const password = await hashPassword(body.password);
        const person = await setUp(store, { identifier, name, password }, change());
        if (person === undefined) return refuse(409, issue('access.setupDone'));
        return isIn(person);
      },
    }),
    defineRoute<PasswordChange, never>({
      method: 'PUT',
      path: '/session/password',
      summary: 'Change one’s own password: the present one is the proof, all other sessions end',
      allow: 'signedIn',
      body: 'access#passwordChange',
      answer: 'nothing',
      async handle({ body, caller, change }) {
        const account = await accountOf(store, caller!.person);
        if (account === undefined || !(await verifyPassword(body.current, account.password))) {
          return refuse(403, issue('access.credentials'));
        }
        const { grants, active } = account;
        const password = await hashPassword(body.next);
        await reviseAccount(store, account.person, account, { grants, active, password }, change());
        await endSessionsOf(store, account.person);
        return {
          headers: { 'Set-Cookie': cookie.set(await beginSession(store, account.person, clock())) },
        };
      },
    }),
    defineRoute<never, AccountView[]>({
      method: 'GET',
      path: '/accounts',
      summary: 'All accounts, or those whose name or identifier contains q',
      allow: { action: 'read', resource: 'account' },
      list: { filters: { q: 'one' }, sorts: ['name'] },
      answer: { listOf: 'access#account' },
      async handle({ list }) {
        const wanted = String(list.filter['q'] ?? '').toLowerCase();
        const views = (await accountViews(store, await allAccounts(store)))
          .filter(({ name, identifiers }) =>
            [name ?? '', ...identifiers].some((text) => text.toLowerCase().includes(wanted)),
          )
          .toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'zh'));
        if (list.sort.descending) views.reverse();
        return { body: views.slice(list.offset, list.offset + list.limit), total: views.length };
      },
    }),
    defineRoute<never, AccountView>({
      method: 'GET',
      path: '/accounts/:id',
      summary: 'One account',
      allow: { action: 'read', resource: 'account' },
      answer: 'access#account',
      handle: async ({ params }) => viewed(services, await accountOf(store, params['id']!)),
    }),
    defineRoute<NewAccount, AccountView>({
      method: 'POST',
      path: '/accounts',
      summary: 'Give somebody the right to sign in',
      allow: { action: 'create', resource: 'account' },
      body: 'access#newAccount',
      answer: 'access#account',
      handle: (request) => createAccount(services, request),
    }),
    defineRoute<AccountChange, AccountView>({
      method: 'PUT',
      path: '/accounts/:id',
      summary: 'Change somebody’s roles, password, or whether they may sign in',
      allow: { action: 'update', resource: 'account' },
      ifMatch: true,
      body: 'access#accountChange',
      answer: 'access#account',
      refuses: [409],
      handle: (request) => changeAccount(services, request),
    }),
  ];
}

async function createAccount(services: Services, { body, change }: RouteRequest<NewAccount>) {
  const { store } = services;
  const { identifier, name, grants, reason } = body;
  const known =
    body.person === undefined ? undefined : await newestRevision(store.collection('people'), body.person);
  let person = known?.person;
  if (person === undefined && body.person === undefined && identifier !== undefined && name !== undefined) {
    person = await peopleOf(store).register(identifier, name);
  }
  if (person === undefined) return refuse(422, issue('access.unknownPerson'));
  const password = body.password === undefined ? null : await hashPassword(body.password);
  const content = { grants, active: true, password };
  const outcome = await reviseAccount(store, person, undefined, content, change(reason));
  if ('stale' in outcome) return refuse(409, issue('access.identifierTaken'));
  return viewed(services, outcome.made);
}

async function changeAccount(
  services: Services,
  { params, body, ifMatch, change }: RouteRequest<AccountChange>,
) {
  const { store } = services;
  const account = await accountOf(store, params['id']!);
  if (account === undefined) return refuse(404, issue('request.notFound'));
  if (ifMatch !== String(account.revision)) return refuse(412, issue('request.stale'));
  const grants = body.grants ?? account.grants;
  const active = body.active ?? account.active;
  if (!(active && isAdmin(grants)) && isAdmin(account.grants) && !(await hasAdmin(store, account.person))) {
    return refuse(409, issue('access.lastAdmin'));
  }
  const password = body.password === undefined ? account.password : await hashPassword(body.password);
  const by = change(body.reason);
  const outcome = await reviseAccount(store, account.person, account, { grants, active, password }, by);
  if ('stale' in outcome) return refuse(412, issue('request.stale'));
  if (isAdmin(account.grants) && !(await hasAdmin(store))) {
    // Another administrator was taken away at the same time: who comes last puts theirs back.
    const before = { grants: account.grants, active: account.active, password: account.password };
    const undone = { ...by, request: `${by.request}~undone` };
    await reviseAccount(store, account.person, outcome.made, before, undone);
    return refuse(409, issue('access.lastAdmin'));
  }
  if (!active || body.password !== undefined) await endSessionsOf(store, account.person);
  return viewed(services, outcome.made);
}

async function viewed(
  { store }: Services,
  account: Account | undefined,
): Promise<{ body: AccountView; etag: number } | Refusal> {
  if (account === undefined) return refuse(404, issue('request.notFound'));
  const [view] = await accountViews(store, [account]);
  return { body: view!, etag: account.revision };
}
