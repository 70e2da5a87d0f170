import type { Caller } from '../../engine/access/can.ts';
import type { Grant } from '../../schemas/index.ts';
import { recordChange, type Recorded } from '../changes/audit.ts';
import { newestRevision, revise, type Revising } from '../changes/revise.ts';
import { identifierId } from '../people/identifier.ts';
import type { Account, Change } from '../store/documents.ts';
import type { Store } from '../store/store.ts';

/** What an account says. */
export type AccountContent = Pick<Account, 'grants' | 'active' | 'password'>;

/** Somebody's account as it stands. */
export function accountOf(store: Store, person: string): Promise<Account | undefined> {
  return newestRevision(store.collection('accounts'), person);
}

/** The account somebody signs in to by this name: one of the person's identifiers. */
export async function accountByIdentifier(store: Store, identifier: string): Promise<Account | undefined> {
  const found = await store.collection('identifiers').get(identifierId(identifier));
  return found === undefined ? undefined : accountOf(store, found.person);
}

/** All accounts as they stand. */
export async function allAccounts(store: Store): Promise<Account[]> {
  const newest = new Map<string, Account>();
  for await (const account of store.collection('accounts').scan()) newest.set(account.person, account);
  return [...newest.values()];
}

/** What somebody who is signed in may do, as of now. */
export async function callerOf(store: Store, person: string): Promise<Caller | undefined> {
  const account = await accountOf(store, person);
  return account?.active === true ? { person, grants: account.grants } : undefined;
}

/** Whether anybody can keep accounts yet. */
export async function hasAdmin(store: Store, except?: string): Promise<boolean> {
  const accounts = await allAccounts(store);
  return accounts.some(({ person, active, grants }) => person !== except && active && isAdmin(grants));
}

export function isAdmin(grants: readonly Grant[]): boolean {
  return grants.some(({ role }) => role === 'admin');
}

/** Writes the next revision of an account; passwords never enter the log. */
export async function reviseAccount(
  store: Store,
  person: string,
  before: Account | undefined,
  content: AccountContent,
  change: Change,
): Promise<Revising<Account>> {
  const outcome = await revise(
    store.collection('accounts'),
    person,
    before?.revision ?? 0,
    (id, revision): Account => ({ id, person, revision, ...content, change }),
  );
  if ('made' in outcome) {
    await recordChange(store, entryOf(before, outcome.made));
  }
  return outcome;
}

/** What the log says of every revision of every account. */
export async function* accountEntries(store: Store): AsyncGenerator<Recorded> {
  let before: Account | undefined;
  for await (const account of store.collection('accounts').scan()) {
    yield entryOf(before?.person === account.person ? before : undefined, account);
    before = account;
  }
}

function entryOf(before: Account | undefined, after: Account): Recorded {
  return {
    change: after.change,
    action: before === undefined ? 'create' : 'update',
    resource: 'account',
    record: after.person,
    before: before === undefined ? null : summaryOf(before),
    after: { ...summaryOf(after), passwordChanged: (before?.password ?? null) !== after.password },
  };
}

function summaryOf({ grants, active }: Account): object {
  return { grants, active };
}
