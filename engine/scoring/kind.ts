import type { Direction, Issue, Scoring } from '../../schemas/index.ts';
import type { Builder, StepRef } from '../program/builder.ts';

/** What a scoring kind may use to make the score of a metric. */
export interface ScoringContext {
  readonly builder: Builder;
  /** Prefix of the numbered steps, such as "attainment.score.". */
  readonly scope: string;
  /** JSON pointer of the scoring in the model. */
  readonly pointer: string;
  /** The published value of the metric. */
  readonly value: StepRef;
  /** The metric's target; undefined where it has none. */
  readonly target: StepRef | undefined;
  readonly direction: Direction;
}

/** What a scoring kind is checked against. */
export interface ScoringCheck {
  /** JSON pointer of the scoring in the model. */
  readonly pointer: string;
  readonly direction: Direction;
  readonly hasTarget: boolean;
}

/** A scoring kind: one file each, listed in index.ts. */
export interface ScoringKind<K extends Scoring['kind'] = Scoring['kind']> {
  readonly kind: K;
  /** What the schema cannot see. */
  check(scoring: Extract<Scoring, { kind: K }>, check: ScoringCheck): Issue[];
  /** The exact score, before it is published. */
  compile(scoring: Extract<Scoring, { kind: K }>, context: ScoringContext): StepRef;
}
