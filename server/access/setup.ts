import { createHash, timingSafeEqual } from 'node:crypto';
import { newestRevision, revise } from '../changes/revise.ts';
import { peopleOf } from '../people/people.ts';
import type { Change, Setup } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { hasAdmin, reviseAccount } from './accounts.ts';

const record = 'setup';

/** Who wants to be the first administrator; the password as it is kept. */
export interface FirstAdmin {
  readonly identifier: string;
  readonly name: string;
  readonly password: string;
}

/** Whether it is the token; how long that takes tells nothing of it. */
export function isToken(sent: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(sent), digest(token));
}

/**
 * Makes the first administrator. Of those who try at the same time one is: whose setup is the next one.
 * @returns the person; undefined where somebody else is administrator.
 */
export async function setUp(
  store: Store,
  { identifier, name, password }: FirstAdmin,
  change: Change,
): Promise<string | undefined> {
  const last = await finishSetup(store);
  if (await hasAdmin(store)) return undefined;
  const person = await peopleOf(store).register(identifier, name);
  await revise(store.collection('setups'), record, last?.revision ?? 0, (id, revision): Setup => ({
    id,
    revision,
    person,
    password,
    change,
  }));
  const decided = await finishSetup(store);
  return decided?.change.request === change.request ? person : undefined;
}

/** Gives the account of the last setup where that was broken off. @returns the setup. */
export async function finishSetup(store: Store): Promise<Setup | undefined> {
  const last = await newestRevision(store.collection('setups'), record);
  if (last === undefined) return undefined;
  const { person, password, change } = last;
  const [revisions = []] = await store.collection('accounts').startingWith([`${person}/`]);
  if (revisions.some((account) => account.change.request === change.request)) return last;
  const content = { grants: [{ role: 'admin' as const }], active: true, password };
  await reviseAccount(store, person, revisions.at(-1), content, change);
  return last;
}
