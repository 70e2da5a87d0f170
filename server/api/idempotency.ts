import { createHash } from 'node:crypto';
import { clearOld, type Pass } from '../changes/clear-old.ts';
import type { RequestClaim, RequestOutcome } from '../store/documents.ts';
import type { Store } from '../store/store.ts';

/** A request that may be sent more than once and is done once. */
export interface KeyedRequest {
  /** The id of its claim and its outcome: of person and key. */
  readonly id: string;
  /** SHA-256 of what it asks for. */
  readonly fingerprint: string;
  /** What its changes and the ids it makes are known by: of both, because a key may be used again once it is forgotten. */
  readonly request: string;
}

/** Whether it is to be done, was done, is being done, or is another request under the same key. */
export type Claim = 'mine' | 'inFlight' | 'reused' | { readonly outcome: RequestOutcome };

/** For how long a request sent again is answered as before. */
const kept = 24 * 60 * 60 * 1000;

/** Those being done in this process: a claim of another process that is left over is taken over. */
const underWay = new Set<string>();

/** The request a key stands for. @param parts what it asks for: method, path, body. */
export function keyedRequest(person: string, key: string, parts: readonly string[]): KeyedRequest {
  const [id, fingerprint] = [digest([person, key]), digest(parts)];
  return { id, fingerprint, request: digest([id, fingerprint]) };
}

/** Claims a request for this process; `release` must be called when it is answered. */
export async function claimRequest(store: Store, request: KeyedRequest, at: string): Promise<Claim> {
  if (underWay.has(request.id)) return 'inFlight';
  underWay.add(request.id);
  try {
    const claims = store.collection('requestClaims');
    const fresh = await claims.insert({ id: request.id, fingerprint: request.fingerprint, at });
    const claim = fresh ? undefined : await claims.get(request.id);
    if (claim !== undefined && claim.fingerprint !== request.fingerprint) return finished(request, 'reused');
    const outcome = fresh ? undefined : await store.collection('requestOutcomes').get(request.id);
    return outcome === undefined ? 'mine' : finished(request, { outcome });
  } catch (error) {
    underWay.delete(request.id);
    throw error;
  }
}

/** Keeps what a request was answered, for when it is sent again. */
export async function keepOutcome(store: Store, outcome: RequestOutcome): Promise<void> {
  await store.collection('requestOutcomes').insert(outcome);
}

/** Gives a claim up: the request was refused, so that it may be put right and sent under the same key. */
export async function withdrawRequest(store: Store, { id }: KeyedRequest): Promise<void> {
  await store.collection('requestClaims').remove([id]);
}

/** Ends a claim in this process. */
export function releaseRequest({ id }: KeyedRequest): void {
  underWay.delete(id);
}

/**
 * Forgets requests that were made long ago, looking at no more than so many.
 * @param after where the last pass ended.
 */
export function clearOldRequests(store: Store, now: Date, after: string, most: number): Promise<Pass> {
  const outcomes = store.collection('requestOutcomes');
  const claims = store.collection('requestClaims');
  // Outcomes first: one whose claim is gone would never be found again.
  const remove = async (ids: readonly string[]): Promise<number> => {
    await outcomes.remove(ids);
    return claims.remove(ids);
  };
  const isOld = ({ id, at }: RequestClaim) => now.getTime() - Date.parse(at) > kept && !underWay.has(id);
  return clearOld({ scan: (range) => claims.scan(range), remove }, isOld, after, most);
}

/** Ids for what a request makes: the same ones when it is done again. */
export function idMaker({ request }: KeyedRequest): () => string {
  let number = 0;
  return () => {
    number += 1;
    return digest([request, String(number)]).slice(0, 32);
  };
}

function finished<T>(request: KeyedRequest, claim: T): T {
  underWay.delete(request.id);
  return claim;
}

function digest(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest('hex');
}
