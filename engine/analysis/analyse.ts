import { check, hasErrors } from '../check/check.ts';
import type { Issue, Model } from '../../schemas/index.ts';
import { contradictoryActions } from './actions.ts';
import { constantConditions } from './conditions.ts';
import { fallingGrades } from './grades.ts';
import { payTrouble, usualCliff } from './pay.ts';
import { shadowedRules, targetHoles } from './rules.ts';
import { idleWeights, satisfactionShare } from './weights.ts';

/** What counts as remarkable, where that is a matter of choice. */
export interface AnalysisOptions {
  /** What a single step may cost before it is called a cliff, in money. */
  readonly cliff?: number;
}

/** Each kind of finding in a file of its own. */
const analyses: readonly ((model: Model, options: Required<AnalysisOptions>) => Issue[])[] = [
  constantConditions,
  shadowedRules,
  targetHoles,
  contradictoryActions,
  fallingGrades,
  idleWeights,
  satisfactionShare,
  (model, { cliff }) => payTrouble(model, cliff),
];

/**
 * What is allowed in a model and most likely not meant, each as a warning with an example. Of a model with errors
 * nothing is said: `check` says enough.
 */
export function analyse(document: unknown, options: AnalysisOptions = {}): Issue[] {
  if (hasErrors(check(document))) return [];
  return analyses.flatMap((look) => look(document as Model, { cliff: usualCliff, ...options }));
}
