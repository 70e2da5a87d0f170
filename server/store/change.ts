import type { Doc } from './doc.ts';

/** Who changed something, when and why. Every change carries it in the same insert, so that none is without. */
export interface Change {
  /** Person id; null for the command line and for the program itself. */
  readonly by: string | null;
  /** In UTC. */
  readonly at: string;
  readonly reason?: string;
  /** The request it came with: the same one, sent again, finds its own change. */
  readonly request: string;
}

/** A change as the log shows it. Names of people never stand in it. */
export interface AuditEntry extends Doc {
  readonly at: string;
  readonly by: string | null;
  readonly action: string;
  readonly resource: string;
  readonly record: string;
  /** What was there, and what came in its place; null where there was or is nothing. */
  readonly before: unknown;
  readonly after: unknown;
  readonly reason?: string;
  readonly request: string;
}
