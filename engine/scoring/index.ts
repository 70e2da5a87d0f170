import type { Scoring } from '../../schemas/index.ts';
import { asIs } from './as-is.ts';
import { curve } from './curve.ts';
import { gapToTarget } from './gap-to-target.ts';
import type { ScoringKind } from './kind.ts';
import { linear } from './linear.ts';
import { rating } from './rating.ts';
import { ratioToTarget } from './ratio-to-target.ts';
import { steps } from './steps.ts';

const kinds: { readonly [K in Scoring['kind']]: ScoringKind<K> } = {
  asIs,
  ratioToTarget,
  linear,
  steps,
  curve,
  rating,
  gapToTarget,
};

/** The kind of a scoring; the one place that lists them. */
export function scoringKindOf<K extends Scoring['kind']>(
  scoring: Extract<Scoring, { kind: K }>,
): ScoringKind<K> {
  return kinds[scoring.kind];
}
