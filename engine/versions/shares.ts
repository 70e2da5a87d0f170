import type { Model } from '../../schemas/index.ts';
import type { Table } from '../table.ts';
import type { Outcome } from '../what-if/outcome.ts';
import { openWhatIf, type WhatIf } from '../what-if/what-if.ts';
import { bothTables } from './both-tables.ts';
import { flipsOf } from './flips.ts';
import { measuresOfEdit } from './edits.ts';
import { has, hybridsOf, sizeOf, type Hybrids } from './hybrids.ts';
import { floatSums, wholeSums } from './sums.ts';

/** Up to so many edits every order of them is looked at: 1,024 models. */
export const mostExactEdits = 10;

/**
 * How the shares were found. shapley: an edit's share is what it adds, over all orders in which the edits could be made,
 * on average, exactly; inOrder: what it adds in the order of the model.
 */
export type SharesMethod = 'shapley' | 'inOrder';

/** What each edit gives to how far everybody's composite moves. */
export interface Shares {
  readonly method: SharesMethod;
  readonly hybrids: Hybrids;
  /** At which shares are rounded, so that they add up to the change. */
  readonly places: number;
  /** By edit, in units of 10^-places; undefined where a composite is missing on the way. They add up to the change of the row. */
  of(row: number): readonly bigint[] | undefined;
  /** The smallest set of edits, a bit each, that alone gives the row the new grade; undefined where the grade stays, or in order. */
  flipOf(row: number): number | undefined;
}

/** A version of a model, and the figures of people by it. */
interface Side {
  readonly model: Model;
  readonly table: Table;
}

/**
 * Takes apart what two models make of the same people; tells on the way how many of the models between were asked.
 * @param before and `after` have tables of the same subjects in the same order.
 */
export function* sharesOfEdits(
  before: Side,
  after: Side,
): Generator<{ readonly done: number; readonly all: number }, Shares> {
  const hybrids = hybridsOf(before.model, after.model);
  const count = hybrids.edits.length;
  const ask = asking(hybrids, before, after);
  const rows = before.table.subjects.length;
  const exact = count <= mostExactEdits;
  const [start, end] = [ask(0), ask(2 ** count - 1)];
  const places = Math.max(start.program.compositePlaces, end.program.compositePlaces);
  const masks = exact ? bySize(2 ** count) : Array.from({ length: count + 1 }, (_, index) => 2 ** index - 1);
  const weights = exact ? orderWeights(count) : stepWeights(count);
  const flips = flipsOf(start, end, rows);
  const sums = floatSums(start, places, count);
  for (const [done, mask] of masks.entries()) {
    const outcome = ask(mask);
    sums.take(outcome, weights(mask));
    if (exact) flips.take(outcome, mask);
    yield { done: done + 1, all: masks.length };
  }
  // Rare: figures that float64s do not count. Every model is asked once more, for those rows alone.
  const beyond = wholeSums(sums.beyond, start, places, count);
  if (sums.beyond.size > 0) for (const mask of masks) beyond.take(ask(mask), weights(mask));
  const total = exact ? factorial(count) : 1;
  return {
    method: exact ? 'shapley' : 'inOrder',
    hybrids,
    places,
    of(row) {
      const own = sums.beyond.has(row) ? beyond.of(row) : sums.of(row)?.map((sum) => BigInt(sum));
      return own === undefined ? undefined : roundedToUnits(own, BigInt(total));
    },
    flipOf: (row) => flips.of(row),
  };
}

/** By edit, what a model between counts to its share; by the set of its edits. */
type Weights = (mask: number) => readonly number[];

/** Over all orders: how often an edit comes right before the set is complete, less how often right after. */
function orderWeights(count: number): Weights {
  const orders = (size: number) =>
    size < 0 || size >= count ? 0 : factorial(size) * factorial(count - 1 - size);
  return (mask) => {
    const size = sizeOf(mask);
    return Array.from({ length: count }, (_, edit) => (has(mask, edit) ? orders(size - 1) : -orders(size)));
  };
}

/** In one order: the step with the edit less the one before it. */
function stepWeights(count: number): Weights {
  return (mask) => {
    const size = sizeOf(mask);
    return Array.from({ length: count }, (_, edit) => (edit === size - 1 ? 1 : edit === size ? -1 : 0));
  };
}

/** Asks for what a model between says; models whose measures are the same are asked one after the other. */
function asking(hybrids: Hybrids, before: Side, after: Side): (mask: number) => Outcome {
  const opened = new Map<string, WhatIf>();
  return (mask) => {
    const { model, edits } = hybrids.at(mask);
    const changed = hybrids.edits.flatMap((edit, index) => (has(edits, index) ? measuresOfEdit(edit) : []));
    const key = JSON.stringify(changed);
    const known = opened.get(key);
    if (known !== undefined) return known.change(model);
    const fresh = openWhatIf(model, bothTables(before.table, after.table, new Set(changed)));
    opened.set(key, fresh);
    return fresh.outcome;
  };
}

/** Sets of edits, the smaller before the larger, those of one size in the order of their edits. */
function bySize(all: number): number[] {
  return Array.from({ length: all }, (_, mask) => mask).toSorted(
    (a, b) => sizeOf(a) - sizeOf(b) || lowFirst(a, b),
  );
}

/** The set with the earlier edit goes first. */
function lowFirst(a: number, b: number): number {
  for (let index = 0; ; index += 1) {
    const [inA, inB] = [has(a, index), has(b, index)];
    if (inA !== inB) return inA ? -1 : 1;
    if (a < 2 ** index && b < 2 ** index) return 0;
  }
}

function factorial(count: number): number {
  let product = 1;
  for (let factor = 2; factor <= count; factor += 1) product *= factor;
  return product;
}

/** What is left of whole units goes by largest remainder: they add up to the change; of equal ones the earlier gets more. */
function roundedToUnits(sums: readonly bigint[], total: bigint): bigint[] {
  const rests = sums.map((sum) => ((sum % total) + total) % total);
  const units = sums.map((sum, index) => (sum - rests[index]!) / total);
  let left = rests.reduce((sum, rest) => sum + rest, 0n) / total;
  const order = rests
    .map((_, index) => index)
    .toSorted((a, b) => {
      const more = rests[b]! - rests[a]!;
      return more > 0n ? 1 : more < 0n ? -1 : a - b;
    });
  for (const index of order) {
    if (left <= 0n) break;
    units[index]! += 1n;
    left -= 1n;
  }
  return units;
}
