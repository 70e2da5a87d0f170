import type { IncomingMessage } from 'node:http';
import type { Action, Resource } from '../../engine/access/policy.ts';
import type { Caller } from '../../engine/access/can.ts';
import type { Issue } from '../../schemas/index.ts';
import type { Change } from '../store/documents.ts';

/** Who may call a route. Whether they may do it to this very record, the handler asks of can() again. */
export type Allow = 'public' | 'signedIn' | { readonly action: Action; readonly resource: Resource };

/** A schema of the wire contract: "runs#lockRequest" is schemas/api/runs.schema.json#/$defs/lockRequest. */
export type SchemaName = string;

/** What a list can be asked for, in react-admin's dialect; anything else is refused. */
export interface ListDeclaration {
  /** Allowed names of filter, and whether several values may be given. */
  readonly filters: Readonly<Record<string, 'one' | 'many'>>;
  /** Filters that must be there. */
  readonly required?: readonly string[];
  /** The first is what it is sorted by if nothing is said. */
  readonly sorts: readonly string[];
}

/** What a list was asked for. */
export interface ListQuery {
  readonly filter: Readonly<Record<string, string | readonly string[]>>;
  readonly sort: { readonly field: string; readonly descending: boolean };
  readonly offset: number;
  /** At most 1000. */
  readonly limit: number;
}

/** A request that was let through: of the right person, with a body of the right shape. */
export interface RouteRequest<B> {
  readonly params: Readonly<Record<string, string>>;
  /** Query parameters the route declares. */
  readonly query: Readonly<Record<string, string>>;
  /** For routes with a list declaration. */
  readonly list: ListQuery;
  readonly body: B;
  /** Undefined on public routes only, where nobody is signed in. */
  readonly caller: Caller | undefined;
  /** The revision that If-Match names; there on every route that asks for it. */
  readonly ifMatch: string;
  /** Who, when and why, for what this request changes. */
  change(reason?: string): Change;
  /** Ids for what this request makes. The same request sent again gives the same ids. */
  newId(): string;
  /** The raw request: uploads and event streams. */
  readonly raw: IncomingMessage;
}

/** What a request is answered. */
export interface Answer<A> {
  readonly body?: A;
  /** The record's revision. */
  readonly etag?: string | number;
  /** Of a list: how many there are in all; the body is the page. */
  readonly total?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of a body: server-sent events (each sent as data: JSON), or text. It ends when the client leaves. */
  readonly events?: (signal: AbortSignal) => AsyncIterable<unknown>;
  readonly text?: AsyncIterable<string>;
}

/** Why a request was not done. */
export interface Refusal {
  /** 400 what was sent makes no sense, 403, 404, 409 it does not fit what is there, 412 stale, 422 findings in a document. */
  readonly refused: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429;
  readonly issues?: readonly Issue[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** One way into the program: everything about it in one place, from which the OpenAPI document is made too. */
export interface Route<B = unknown, A = unknown> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below /api, with :names. */
  readonly path: string;
  readonly summary: string;
  readonly allow: Allow;
  readonly list?: ListDeclaration;
  /** Other query parameters: name and whether it must be there. */
  readonly query?: Readonly<Record<string, 'required' | 'optional'>>;
  /** A schema, or the word file: bytes as they are. */
  readonly body?: SchemaName;
  /** What it is answered: a schema, a list of it, or the words events, text, nothing (204). */
  readonly answer: SchemaName | { readonly listOf: SchemaName };
  /** Whether If-Match is asked for: on every PUT and DELETE, and on every POST that changes a record. */
  readonly ifMatch?: true;
  /** POST without Idempotency-Key: for what changes nothing, and for signing in and out. */
  readonly repeatable?: true;
  /** What it refuses beside what every route of its kind does (refusalsOf). */
  readonly refuses?: readonly Refusal['refused'][];
  handle(request: RouteRequest<B>): Promise<Answer<A> | Refusal>;
}

/** A route; its body has the type that its schema says. */
export function defineRoute<B, A>(route: Route<B, A>): Route {
  return route;
}

/** A request that is not done, and why. */
export function refuse(refused: Refusal['refused'], ...issues: readonly Issue[]): Refusal {
  return { refused, issues };
}
