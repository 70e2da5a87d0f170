import type { Client } from '../client.ts';
import type { SmallCompany } from '../small-company.ts';

/** A request that changes something, ready to be sent, and what the log must say of it. */
export interface ReadyChange {
  /** Nobody: it is sent without a session. */
  readonly by: Client | undefined;
  readonly path: string;
  /** A text: a file. */
  readonly body?: object | string;
  readonly ifMatch?: string;
  /** Nothing: it leaves no entry. */
  readonly logged?: {
    readonly action: string;
    readonly resource: string;
    /** Undefined: what the answer names as its id. */
    readonly record?: string;
    readonly before: unknown;
    readonly after: unknown;
    readonly reason: string | null;
  };
}

/** Makes a request that changes something at the company, whenever it is asked. */
export type Prepare = (company: SmallCompany) => Promise<ReadyChange>;

/** Requests by method and path of their routes. */
export type Changes = Readonly<Record<string, Prepare>>;

/** Why. */
export const reason = '按约定 as agreed';

/** Stands for the hash of a record. */
export const anyHash = /^[0-9a-f]{64}$/;

let count = 0;

/** A number nobody had before. */
export function freshNumber(): number {
  return (count += 1);
}

/** A name nobody had before. */
export function fresh(name: string): string {
  return `${name}-${freshNumber()}`;
}
