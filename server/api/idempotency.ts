import { createHash } from 'node:crypto';
import type { RequestOutcome } from '../store/documents.ts';
import type { Store } from '../store/store.ts';

/** A request that may be sent more than once and is done once. */
export interface KeyedRequest {
  /** The id of its claim and its outcome: of person and key. */
  readonly id: string;
  /** SHA-256 of what it asks for. */
  readonly fingerprint: string;
}

/** Whether it is to be done, was done, is being done, or is another request under the same key. */
export type Claim = 'mine' | 'inFlight' | 'reused' | { readonly outcome: RequestOutcome };

/** Those being done in this process: a claim of another process that is left over is taken over. */
const underWay = new Set<string>();

/** The request a key stands for. @param parts what it asks for: method, path, body. */
export function keyedRequest(person: string, key: string, parts: readonly string[]): KeyedRequest {
  return { id: digest([person, key]), fingerprint: digest(parts) };
}

/** Claims a request for this process; `release` must be called when it is answered. */
export async function claimRequest(store: Store, request: KeyedRequest, at: string): Promise<Claim> {
  if (underWay.has(request.id)) return 'inFlight';
  underWay.add(request.id);
  try {
    const claims = store.collection('requestClaims');
    const fresh = await claims.insert({ ...request, at });
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

/** Ends a claim in this process. */
export function releaseRequest({ id }: KeyedRequest): void {
  underWay.delete(id);
}

/** Ids for what a request makes: the same ones when it is done again. */
export function idMaker({ id }: KeyedRequest): () => string {
  let number = 0;
  return () => {
    number += 1;
    return digest([id, String(number)]).slice(0, 32);
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
