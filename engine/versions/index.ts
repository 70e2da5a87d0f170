/** Two versions of a model side by side: what differs, whom it moves, what each edit does. */
export { editsOf, type Edit, type Edits } from './edits.ts';
export {
  compareVersions,
  isMoved,
  type Cost,
  type GradeCell,
  type GradeMove,
  type Movement as VersionMovementOf,
  type VersionOf,
  type VersionsCompared,
} from './compare-versions.ts';
export { mostExactEdits, sharesOfEdits, type Shares, type SharesMethod } from './shares.ts';
export { editsIn } from './hybrids.ts';
export { groupRates, type GroupCount, type GroupRate } from './fairness.ts';
