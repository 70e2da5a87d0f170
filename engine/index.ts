/** The engine's surface: pure functions from read-only data to read-only data. */
export { analyse, type AnalysisOptions } from './analysis/analyse.ts';
export { analyseSeen, type Seen } from './analysis/seen.ts';
export { check, hasErrors } from './check/check.ts';
export { checkAgainstDatasets } from './check/against-datasets.ts';
export { guardDocument } from './check/guard.ts';
export { schemaIssues } from './check/schema-issues.ts';
export { canonical, hashOf } from './document/hash.ts';
export { evaluate, evaluateRow } from './evaluate.ts';
export { movementOf, type MovementOf } from './compare/movement.ts';
export { partsOf } from './compare/parts.ts';
export { sharesOf, type Judged } from './compare/shares.ts';
export { explain } from './explain.ts';
export { judge } from './judge.ts';
export { backEnds, evaluateBy, type BackEnd } from './fast/evaluate-table.ts';
export { rowEvaluator, type RowEvaluator } from './fast/row-evaluator.ts';
export { inputsOf, tableOfInputs, type SubjectInputs } from './inputs.ts';
export { collect, matcherOf, measuresOf, type Collector } from './measure/collect.ts';
export type { Outside, ResultFound, RunAsked } from './measure/made.ts';
export { datasetsRead, measuring, type Measuring } from './measure/measuring.ts';
export { rowMeasureOf, rowsOf } from './measure/rows.ts';
export { subjectRows } from './measure/subject-rows.ts';
export { compile, type Program } from './model/compile.ts';
export { nextGrade, type NextGrade } from './next-grade.ts';
export { marginsOf, type Margin } from './path/margins.ts';
export { pathOf, type Path } from './path/path.ts';
export type { FigureChange, PathStep } from './path/path-step.ts';
export { isTimeZone, periodOf } from './period/period.ts';
export { isRational } from './program/operations.ts';
export { formatExact, parseDecimal } from './number/decimal.ts';
export {
  cellOf,
  numberColumn,
  reasonOf,
  tableOf,
  type Column,
  type Input,
  type SubjectRow,
  type Table,
} from './table.ts';
export { complete } from './complete.ts';
export * from './versions/index.ts';
export { changesOf, sameJson, type Change } from './difference/changes.ts';
export { merge, type Collision, type Merge } from './difference/merge.ts';
export { openWhatIf, type WhatIf } from './what-if/what-if.ts';
export type { Outcome } from './what-if/outcome.ts';
export { placementsOn, type Placed } from './population.ts';
export { semantics } from './semantics.ts';
