import { accountEntries } from '../access/accounts.ts';
import { definitionEntries } from '../definitions/definitions.ts';
import { noteEntries } from '../models/notes.ts';
import { versionEntries } from '../models/versions.ts';
import { personEntries } from '../people/changed-names.ts';
import { commitEntries } from '../records/commit-entry.ts';
import { lockEntries } from '../runs/write-lock.ts';
import type { AuditSource } from './complete-audit.ts';

/** Everything that is logged. */
export const auditSources: readonly AuditSource[] = [
  accountEntries,
  definitionEntries,
  versionEntries,
  noteEntries,
  personEntries,
  commitEntries,
  lockEntries,
];
