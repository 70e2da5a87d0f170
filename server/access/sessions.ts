import { createHash, randomBytes } from 'node:crypto';
import { clearOld, type Pass } from '../changes/clear-old.ts';
import type { Session } from '../store/documents.ts';
import type { Store } from '../store/store.ts';

const minute = 60_000;
/** After this long without a request a session is over. */
const longestIdle = 8 * 60 * minute;
/** After this long it is over in any case. */
const longest = 7 * 24 * 60 * minute;
/** How exactly it is known when it was last used. */
const seenEvery = 5 * minute;

/** Begins a session. @returns its token, which is kept nowhere here. */
export async function beginSession(store: Store, person: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const session = sessionOf(token);
  const at = now.toISOString();
  await store
    .collection('sessions')
    .insert({ id: `${session}/000001`, session, person, begun: at, seen: at });
  return token;
}

/** Whose session it is; undefined where it is over, or never was. */
export async function personOf(store: Store, token: string, now: Date): Promise<string | undefined> {
  const sessions = store.collection('sessions');
  const session = sessionOf(token);
  const newest = await sessions.last(`${session}/`);
  if (newest === undefined) return undefined;
  if (isOver(newest, now)) {
    await sessions.removeWhere('session', session);
    return undefined;
  }
  if (now.getTime() - Date.parse(newest.seen) > seenEvery) {
    const number = Number(newest.id.slice(session.length + 1)) + 1;
    const id = `${session}/${String(number).padStart(6, '0')}`;
    // Where a request at the same time was quicker, it says the same. Ended meanwhile, it must not begin again by this.
    const isFirst = await sessions.insert({ ...newest, id, seen: now.toISOString() });
    if (isFirst && (await sessions.remove([newest.id])) === 0) {
      await sessions.remove([id]);
      return undefined;
    }
  }
  return newest.person;
}

/** Ends a session. */
export async function endSession(store: Store, token: string): Promise<void> {
  await removeAll(store, 'session', sessionOf(token));
}

/** Ends all of somebody's sessions. */
export async function endSessionsOf(store: Store, person: string): Promise<void> {
  await removeAll(store, 'person', person);
}

/** A request at the same time may write when a session was last used: so until there is none. */
async function removeAll(store: Store, field: 'session' | 'person', value: string): Promise<void> {
  const sessions = store.collection('sessions');
  while ((await sessions.removeWhere(field, value)) > 0);
}

/**
 * Removes sessions that are over, of at most so many that are looked at.
 * @param after where the last pass ended.
 */
export function clearOverSessions(store: Store, now: Date, after: string, most: number): Promise<Pass> {
  return clearOld(store.collection('sessions'), (session) => isOver(session, now), after, most);
}

function isOver({ begun, seen }: Session, now: Date): boolean {
  return now.getTime() - Date.parse(seen) > longestIdle || now.getTime() - Date.parse(begun) > longest;
}

function sessionOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
