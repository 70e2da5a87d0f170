import { formatExact, parseDecimal } from '../../../engine/number/decimal.ts';
import { add, compare, integer, subtract, zero } from '../../../engine/number/rational.ts';
import type { DecimalInput, Direction, Scoring, StepsScoring } from '../../../schemas/index.ts';
import { decimalInput } from '../document/decimal-input.ts';

export const scoringKinds = ['asIs', 'ratioToTarget', 'linear', 'steps'] as const;

/** The scoring of another kind: cap and floor are kept where both kinds have them, else there is something to begin with. */
export function withKind(scoring: Scoring, kind: Scoring['kind'], direction: Direction): Scoring {
  const rises = direction === 'higherIsBetter';
  switch (kind) {
    case 'asIs':
    case 'ratioToTarget': {
      const { floor, cap }: { readonly floor?: DecimalInput; readonly cap?: DecimalInput } =
        'cap' in scoring || 'floor' in scoring ? scoring : {};
      return { kind, ...(floor !== undefined && { floor }), ...(cap !== undefined && { cap }) };
    }
    case 'linear':
      return {
        kind,
        from: { value: 0, score: rises ? 0 : 100 },
        to: { value: 100, score: rises ? 100 : 0 },
      };
    case 'steps':
      return {
        kind,
        below: rises ? 0 : 100,
        steps: [
          { from: 60, score: 60 },
          { from: 80, score: rises ? 80 : 40 },
          { from: 100, score: rises ? 100 : 0 },
        ],
      };
  }
}

/** The steps with one more above the last: as far from it as it is from the one before, with its score. */
export function withStep(steps: StepsScoring['steps']): StepsScoring['steps'] {
  const [before, last] = [steps.at(-2), steps.at(-1)];
  if (last === undefined) return [{ from: 0, score: 0 }];
  const top = parseDecimal(last.from);
  if (top === undefined) return [...steps, { ...last }];
  const under = before === undefined ? undefined : parseDecimal(before.from);
  const distance = under === undefined ? zero : subtract(top, under);
  const from = add(top, compare(distance, zero) > 0 ? distance : integer(10));
  return [...steps, { from: decimalInput(formatExact(from)), score: last.score }];
}
