import type { CollectionName } from './collections.ts';

/**
 * The indexes of each collection, by field; a minus stands before what descends. One run has a million results and a
 * comparison as many movements: whatever narrows a page of them has an index in the order pages are mostly read in,
 * that also holds all such a page is chosen by.
 */
export const indexes: Readonly<Record<CollectionName, readonly (readonly string[])[]>> = {
  records: [['import']],
  people: [['person'], ['name', 'id']],
  identifiers: [['person']],
  definitions: [],
  modelVersions: [],
  imports: [],
  stagings: [['import']],
  stagedKeys: [['import']],
  stagedPeople: [['import']],
  uploads: [],
  importIssues: [['job', 'id']],
  runs: [],
  runStarts: [],
  runLocks: [],
  decisions: [],
  results: [
    ['run', 'id'],
    ['run', '-composite', 'id'],
    ['run', 'subject', 'composite', 'id'],
    ['run', 'team', 'composite', 'id'],
    ['run', 'stage', 'composite', 'id'],
    ['run', 'model', 'composite', 'id'],
    ['run', 'status', 'composite', 'id'],
    ['run', 'grade', 'composite', 'id'],
    ['subject', 'id'],
  ],
  comparisons: [],
  movements: [
    ['comparison', 'id'],
    ['comparison', '-delta', 'id'],
    ['comparison', '-size', 'id'],
    ['comparison', 'subject', 'size', 'id'],
    ['comparison', 'team', 'size', 'id'],
    ['comparison', 'cause', 'size', 'id'],
    ['comparison', 'gradeMove', 'size', 'id'],
    ['subject', 'id'],
  ],
  jobs: [],
  jobOutcomes: [],
  accounts: [],
  setups: [],
  sessions: [['session'], ['person']],
  requestClaims: [],
  requestOutcomes: [],
  audit: [
    ['at', 'id'],
    ['resource', 'at', 'id'],
    ['record', 'at', 'id'],
    ['by', 'at', 'id'],
  ],
};
