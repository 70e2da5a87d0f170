import { validateModel, type Issue, type Model } from '../../schemas/index.ts';
import { checkBands } from './bands.ts';
import { allFacts } from './facts.ts';
import { checkGroups } from './groups.ts';
import { guardDocument } from './guard.ts';
import { checkMeasures } from './measures.ts';
import { checkMetrics } from './metrics.ts';
import { checkNames } from './names.ts';
import { checkNamedConditions } from './named-conditions.ts';
import { checkNumbers } from './numbers.ts';
import { checkPay } from './pay.ts';
import { checkRanking } from './ranking.ts';
import { followReferences, type References } from './references.ts';
import { checkRules } from './rules.ts';
import { checkAdjustments } from './adjustments.ts';
import { checkConflicts } from './conflicts.ts';
import { checkGates } from './gates.ts';
import { checkOverlays } from './overlays.ts';
import { checkPoints } from './points.ts';
import { checkTargets } from './targets.ts';
import { schemaIssues } from './schema-issues.ts';
import { checkSubjects } from './subjects.ts';
import { checkWeights } from './weights.ts';

const checks: readonly ((model: Model, references: References) => Issue[])[] = [
  checkNumbers,
  checkNames,
  checkSubjects,
  checkMeasures,
  checkGroups,
  checkMetrics,
  checkTargets,
  checkWeights,
  checkNamedConditions,
  checkOverlays,
  checkPoints,
  checkAdjustments,
  checkBands,
  checkRanking,
  checkRules,
  checkGates,
  checkConflicts,
  checkPay,
];

/**
 * What is wrong with a model document, whatever it is. Without an error among the issues it can be compiled.
 * What the schema refuses is not looked at any further.
 */
export function check(document: unknown): Issue[] {
  const guarded = guardDocument(document);
  if (guarded.length > 0) return guarded;
  const refused = schemaIssues(validateModel, document);
  if (refused.length > 0) return refused;
  const model = document as Model;
  const references = followReferences(model, allFacts(model));
  return checks.flatMap((look) => look(model, references));
}

/** Whether issues stop what they are about; warnings do not. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === 'error');
}
