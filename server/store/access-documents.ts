import type { Grant } from '../../schemas/index.ts';
import type { Change } from './change.ts';
import type { Doc } from './doc.ts';

/** One revision of a person's right to sign in: person/revision. */
export interface Account extends Doc {
  readonly person: string;
  readonly revision: number;
  readonly grants: readonly Grant[];
  readonly active: boolean;
  /** scrypt$N$r$p$salt$hash, in base64url; null: nobody can sign in by password. */
  readonly password: string | null;
  readonly change: Change;
}

/** That the first administrator was made, and who it is: of those who try at the same time, one. */
export interface Setup extends Doc {
  readonly revision: number;
  readonly person: string;
  /** As in the account. */
  readonly password: string;
  readonly change: Change;
}

/** A sign-in, by the hash of its token: session/number. The newest says when it was last used. */
export interface Session extends Doc {
  readonly session: string;
  readonly person: string;
  readonly begun: string;
  readonly seen: string;
}

/** That a request with an Idempotency-Key is being answered. */
export interface RequestClaim extends Doc {
  /** SHA-256 of method, path and body. */
  readonly fingerprint: string;
  readonly at: string;
}

/** What a request with an Idempotency-Key was answered: for the same one sent again. */
export interface RequestOutcome extends Doc {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly at: string;
}
