import { check } from '../check/check.ts';
import type { Model } from '../../schemas/index.ts';
import { applyChanges } from '../difference/apply.ts';
import { editsOf, type Edit } from './edits.ts';

/** Models that lie between two: of the one, with some of the edits that make it into the other. */
export interface Hybrids {
  readonly edits: readonly Edit[];
  /**
   * The model with these edits, a bit each. An edit that cannot stand without another has no effect before that one:
   * a rule about a metric that is not there yet.
   * @returns the model, and the edits that it has.
   */
  at(mask: number): { readonly model: Model; readonly edits: number };
}

/** @param before and `after` without errors by `check`. */
export function hybridsOf(before: Model, after: Model): Hybrids {
  const { edits, inert } = editsOf(before, after);
  // Definitions that came are there from the start, those that went until the end: others refer to them.
  const given = applyChanges(
    before,
    inert.filter(({ kind }) => kind !== 'removed'),
  ) as Model;
  const start = stands(given) ? given : before;
  const all = 2 ** edits.length - 1;
  const made = (mask: number) =>
    applyChanges(
      start,
      edits.flatMap(({ changes }, index) => (has(mask, index) ? changes : [])),
    ) as Model;
  return {
    edits,
    at(mask) {
      if (mask === 0) return { model: before, edits: 0 };
      if (mask === all) return { model: after, edits: all };
      const whole = made(mask);
      if (stands(whole)) return { model: whole, edits: mask };
      return oneByOne(mask, edits.length, made, before);
    },
  };
}

/** Takes edits in as long as one can stand with those there are. */
function oneByOne(mask: number, count: number, made: (mask: number) => Model, before: Model) {
  let [standing, model] = [0, before];
  for (let grown = true; grown;) {
    grown = false;
    for (let index = 0; index < count; index += 1) {
      if (!has(mask, index) || has(standing, index)) continue;
      const next = made(standing + 2 ** index);
      if (!stands(next)) continue;
      [standing, model, grown] = [standing + 2 ** index, next, true];
    }
  }
  return { model, edits: standing };
}

/** Whether a set of edits, a bit each, has one; not by bits of 32, so that there may be more. */
export function has(mask: number, index: number): boolean {
  return Math.floor(mask / 2 ** index) % 2 === 1;
}

/** The edits of a set. */
export function editsIn({ edits }: Hybrids, mask: number): Edit[] {
  return edits.filter((_, index) => has(mask, index));
}

/** How many edits a set has. */
export function sizeOf(mask: number): number {
  let size = 0;
  for (let rest = mask; rest > 0; rest = Math.floor(rest / 2)) size += rest % 2;
  return size;
}

/** Weights need not add up: that of one group may go up before that of another goes down. */
function stands(model: Model): boolean {
  return check(model).every(({ code, severity }) => severity !== 'error' || code === 'weights.sum');
}
