import type { ScoringKind } from './kind.ts';
import { checkRising, limited } from './limits.ts';

/** The score is the value. */
export const asIs: ScoringKind<'asIs'> = {
  kind: 'asIs',
  check: checkRising,
  compile: (scoring, context) => limited(context, context.value, scoring),
};
