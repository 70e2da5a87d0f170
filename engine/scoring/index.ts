import type { Scoring } from '../../schemas/index.ts';
import { asIs } from './as-is.ts';
import type { ScoringKind } from './kind.ts';
import { linear } from './linear.ts';
import { ratioToTarget } from './ratio-to-target.ts';
import { steps } from './steps.ts';

const kinds: { readonly [K in Scoring['kind']]: ScoringKind<K> } = { asIs, ratioToTarget, linear, steps };

/** The kind of a scoring; the one place that lists them. */
export function scoringKindOf<K extends Scoring['kind']>(
  scoring: Extract<Scoring, { kind: K }>,
): ScoringKind<K> {
  return kinds[scoring.kind];
}
