import type { CommitNumbers } from './commits.ts';
import type { RecordRevision } from '../store/documents.ts';

/** The revision of one record that the latest of these commits made, undefined where none of them made one. */
export function newestOf(
  revisions: readonly RecordRevision[],
  commits: CommitNumbers,
): RecordRevision | undefined {
  let newest: RecordRevision | undefined;
  let number = 0;
  for (const revision of revisions) {
    const commit = commits.get(revision.import) ?? 0;
    if (commit > number) [newest, number] = [revision, commit];
  }
  return newest;
}
