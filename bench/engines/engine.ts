import type { Model } from '../../schemas/index.ts';
import type { Person } from '../workload/people.ts';

/** What engines must agree on, by row. */
export interface Outcomes {
  /** In hundredths. */
  readonly composite: Int32Array;
  /** By position in the model's grades. */
  readonly grade: Uint8Array;
  /** A sum over the positions of the actions that fired. */
  readonly actions: Float64Array;
}

/** An engine that holds a model and people. */
export interface Engine {
  /**
   * Judges `count` people from `from` on, as often as it must to be timed.
   * @returns the sum of the composites, so that nothing is left out as unused.
   */
  judge(from: number, count: number): number | Promise<number>;
  /** What it says of the first `count` people. */
  outcomes(count: number): Outcomes | Promise<Outcomes>;
  /** How many people every call of `judge` covers, where the engine cannot take fewer. */
  readonly atOnce?: number;
}

export type OpenEngine = (model: Model, people: readonly Person[]) => Engine | Promise<Engine>;

/** What an engine said of one subject; actions by id. */
export interface Verdict {
  readonly composite: number | string | null;
  readonly grade: string | null;
  readonly actions: Iterable<string>;
}

/** Outcomes from verdicts, row by row. */
export function collector(
  model: Model,
  count: number,
): { readonly outcomes: Outcomes; add(verdict: Verdict): void } {
  const outcomes = emptyOutcomes(count);
  const grades = new Map(model.grades.map(({ id }, index) => [id, index]));
  const actions = new Map((model.actions ?? []).map(({ id }, index) => [id, index]));
  let row = 0;
  return {
    outcomes,
    add({ composite, grade, actions: fired }) {
      outcomes.composite[row] = Math.round(Number(composite) * 100);
      outcomes.grade[row] = grades.get(grade ?? '') ?? 255;
      for (const id of fired) outcomes.actions[row]! += weightOf(actions.get(id)!);
      row += 1;
    },
  };
}

/** What the action at a position adds: distinct for the first 32, unlikely to cancel out beyond. */
export function weightOf(action: number): number {
  return action < 32 ? 2 ** action : (Math.imul(action, 0x9e3779b1) >>> 0) + action;
}

export function emptyOutcomes(count: number): Outcomes {
  return {
    composite: new Int32Array(count),
    grade: new Uint8Array(count),
    actions: new Float64Array(count),
  };
}
