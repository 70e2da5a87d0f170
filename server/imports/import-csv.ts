import { hashOf } from '../../engine/index.ts';
import { stagedPeople, type StagedPeople } from '../people/staged-people.ts';
import { Staging } from '../records/staging.ts';
import { inspectFile } from './inspect-file.ts';
import { IssueLog } from './issue-log.ts';
import type { ImportReport, ImportRequest } from './report.ts';
import { stageFile, type FileTally } from './stage-file.ts';
import type { Commit, ImportedFile } from '../store/documents.ts';

/**
 * Imports a CSV file into a dataset. Rows are staged in bounded memory and seen by nobody until one write makes them
 * count; whatever happens before it leaves nothing to be seen. Where nothing is added or changed, nothing is committed.
 */
export async function importCsv(request: ImportRequest): Promise<ImportReport> {
  const { store, dataset, file } = request;
  const log = new IssueLog(request.onIssue);
  const inspected = await inspectFile(file.path, request.encoding);
  if ('issue' in inspected) {
    const { issue, ...known } = inspected;
    log.add(issue);
    const none = { rows: 0, rejected: 0, added: 0, changed: 0, unchanged: 0 };
    return reportOf(request, { name: file.name, ...known }, none, log);
  }
  const facts: ImportedFile = { name: file.name, ...inspected };
  const importId = request.newId();
  const staging = await Staging.begin(store, dataset.id, importId);
  let commit: Commit | undefined;
  try {
    const staged = stagedPeople(store, importId);
    const tally = await stageFile(request, facts, staging, staged, log);
    if (isAccepted(request, tally, staging, log))
      commit = await finish(request, facts, staging, staged, tally, log);
    if (commit === undefined) await staging.end();
    return reportOf(request, facts, { ...tally, ...staging.counts }, log, commit);
  } catch (error) {
    // What ended the import is what matters; what cannot be cleared up now, a later import clears up.
    await staging.end().catch(() => {});
    throw error;
  } finally {
    // The import counts from its commit on, whether or not its traces can be cleared up.
    if (commit !== undefined) await staging.end().catch(() => {});
  }
}

function isAccepted(
  { mode, dryRun }: ImportRequest,
  tally: FileTally,
  { counts }: Staging,
  log: IssueLog,
): boolean {
  if (!tally.complete || dryRun || (mode === 'allOrNothing' && log.hasErrors)) return false;
  return counts.added + counts.changed > 0;
}

/** People before records: records must never speak of somebody who is not there. */
async function finish(
  { people, dataset, mode, encoding, change, entry, fits = async () => true }: ImportRequest,
  file: ImportedFile,
  staging: Staging,
  staged: StagedPeople,
  { rows, rejected }: FileTally,
  log: IssueLog,
): Promise<Commit | undefined> {
  // Before anybody is registered for nothing.
  if (!(await fits())) return undefined;
  if (!(await staged.register(people))) {
    // Another import registered the same people in the meantime, under other ids.
    log.add({ code: 'import.conflict', severity: 'error' });
    return undefined;
  }
  const details = {
    definition: hashOf(dataset),
    file,
    options: { mode, encoding },
    rows,
    rejected,
    ...(change !== undefined && { change }),
    ...(entry !== undefined && { entry }),
  };
  return staging.commitIf(details, fits);
}

function reportOf(
  { dataset }: ImportRequest,
  file: ImportReport['file'],
  {
    rows,
    added,
    changed,
    unchanged,
    rejected,
  }: Pick<ImportReport, 'rows' | 'added' | 'changed' | 'unchanged' | 'rejected'>,
  log: IssueLog,
  commit?: Commit,
): ImportReport {
  return {
    ...(commit !== undefined && { import: commit.import, commit: commit.commit }),
    committed: commit !== undefined,
    dataset: dataset.id,
    file,
    rows,
    added,
    changed,
    unchanged,
    rejected,
    issues: log.counts,
  };
}
