import type { Node, NodeRef } from './node.ts';

/**
 * Which of many truths hold of a row, without asking one by one: each is written as clauses, of which one has to hold; each
 * clause asks of some figures where they lie between the thresholds of all. For each such place of each figure there
 * is a bitmap of the clauses that it lets through; those left in all bitmaps hold.
 */
export interface RuleIndex {
  /** The figures that it asks for. */
  readonly facts: readonly NodeRef[];
  /** The truths that it knows; others are too entangled, or compare figures with each other. */
  readonly truths: readonly NodeRef[];
  /** @param valueOf the value of a fact, by its place in `facts`. */
  run(valueOf: (fact: number) => number): void;
  /** Whether a truth, by its place in `truths`, holds of the row that was run last. */
  holds(truth: number): boolean;
}

/** A truth of more clauses is left out. */
const mostClauses = 64;

export function ruleIndex(nodes: readonly Node[], asked: readonly NodeRef[]): RuleIndex {
  const places = placesOf(nodes, asked);
  const known = [...new Set(asked)]
    .flatMap((truth) => {
      const clauses = clausesOf(nodes, places, truth, true);
      return clauses === undefined ? [] : [{ truth, clauses }];
    })
    .toSorted((a, b) => b.clauses.length - a.clauses.length);
  const { layers, words, clauses } = layered(known.map((each) => each.clauses));
  const facts = [...new Set(clauses.flatMap(({ clause }) => [...clause.keys()]))];
  const thresholds = facts.map((fact) => Float64Array.from(places.get(fact)!.thresholds));
  const starts = new Int32Array(facts.length);
  let size = 0;
  for (const [index, fact] of facts.entries()) {
    starts[index] = size;
    size += places.get(fact)!.count * words;
  }
  const bitmaps = new Int32Array(size).fill(-1);
  for (const [index, fact] of facts.entries()) {
    const own = bitmaps.subarray(starts[index], starts[index]! + places.get(fact)!.count * words);
    strike(own, fact, clauses, words);
  }
  const used = new Int32Array(words);
  for (const { word, bit } of clauses) used[word]! |= bit;
  const at = new Int32Array(facts.length);
  const held = new Int32Array(Math.ceil(known.length / 32));

  return {
    facts,
    truths: known.map(({ truth }) => truth),
    run(valueOf) {
      for (let fact = 0; fact < at.length; fact += 1) {
        at[fact] = starts[fact]! + placeOf(thresholds[fact]!, valueOf(fact)) * words;
      }
      held.fill(0);
      for (let layer = 0; layer < layers.length - 1; layer += 1) {
        const [from, to] = [layers[layer]!, layers[layer + 1]!];
        for (let word = from; word < to; word += 1) {
          let left = used[word]!;
          for (let fact = 0; fact < at.length; fact += 1) left &= bitmaps[at[fact]! + word]!;
          held[word - from]! |= left;
        }
      }
    },
    holds: (truth) => (held[truth >> 5]! & (1 << (truth & 31))) !== 0,
  };
}

/** A clause, and the bit that is its own. */
interface Placed {
  readonly clause: Clause;
  readonly word: number;
  readonly bit: number;
}

/**
 * The first clauses of all truths, a bit each, then the second ones of those that have two, and so on: a layer of words above
 * the other, so that the truths that hold are what all layers come to together.
 * @param truths the clauses of each, the most first.
 */
function layered(truths: readonly (readonly Clause[])[]) {
  const layers = [0];
  const clauses: Placed[] = [];
  for (let layer = 0; ; layer += 1) {
    const start = layers[layer]!;
    const count = truths.filter((own) => own.length > layer).length;
    if (count === 0) return { layers, words: start, clauses };
    for (let truth = 0; truth < count; truth += 1) {
      clauses.push({ clause: truths[truth]![layer]!, word: start + (truth >> 5), bit: 1 << (truth & 31) });
    }
    layers.push(start + Math.ceil(count / 32));
  }
}

/**
 * Where a figure may lie: below the first threshold, on it, between it and the next, … beyond the last, or missing. A set of
 * places has a 1 for each that is in it.
 */
interface Places {
  readonly thresholds: readonly number[];
  readonly count: number;
}

type PlaceSet = Uint8Array;

/** By fact, where it has to lie. */
type Clause = ReadonlyMap<NodeRef, PlaceSet>;

function placeOf(thresholds: Float64Array, value: number): number {
  let [low, high] = [0, thresholds.length];
  if (Number.isNaN(value)) return 2 * high + 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (thresholds[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return 2 * low + (thresholds[low] === value ? 1 : 0);
}

/** A comparison with a constant, or whether a figure is missing. */
interface Leaf {
  readonly fact: NodeRef;
  readonly asks: 'below' | 'above' | 'on' | 'missing';
  readonly threshold: number;
}

function leafOf(nodes: readonly Node[], ref: NodeRef): Leaf | undefined {
  const { op, args } = nodes[ref]!;
  const [a = 0, b = 0] = args;
  const isFact = (arg: NodeRef) => ['whole', 'text'].includes(nodes[arg]!.kind.kind);
  const isConstant = (arg: NodeRef) => nodes[arg]!.op === 'constant';
  if (op === 'missing' && isFact(a)) return { fact: a, asks: 'missing', threshold: 0 };
  if ((op !== 'less' && op !== 'equal') || !isFact(a) || !isFact(b)) return undefined;
  if (isConstant(b)) return { fact: a, asks: op === 'less' ? 'below' : 'on', threshold: nodes[b]!.value };
  if (isConstant(a)) return { fact: b, asks: op === 'less' ? 'above' : 'on', threshold: nodes[a]!.value };
  return undefined;
}

/** The places of all facts that are compared with constants below the truths. */
function placesOf(nodes: readonly Node[], truths: readonly NodeRef[]): Map<NodeRef, Places> {
  const thresholds = new Map<NodeRef, Set<number>>();
  const seen = new Set<NodeRef>();
  const visit = (ref: NodeRef): void => {
    if (seen.has(ref)) return;
    seen.add(ref);
    const leaf = leafOf(nodes, ref);
    if (leaf === undefined) {
      if (['and', 'or', 'not'].includes(nodes[ref]!.op)) nodes[ref]!.args.forEach(visit);
      return;
    }
    const known = thresholds.get(leaf.fact) ?? new Set();
    thresholds.set(leaf.fact, known);
    if (leaf.asks !== 'missing') known.add(leaf.threshold);
  };
  truths.forEach(visit);
  return new Map(
    Array.from(thresholds, ([fact, values]) => [
      fact,
      { thresholds: [...values].toSorted((a, b) => a - b), count: 2 * values.size + 2 },
    ]),
  );
}

/** When a truth is true, or, asked for the opposite, false; unknown is neither. */
function clausesOf(
  nodes: readonly Node[],
  places: ReadonlyMap<NodeRef, Places>,
  ref: NodeRef,
  isTrue: boolean,
): readonly Clause[] | undefined {
  const { op, args, value, kind } = nodes[ref]!;
  const parts = (asked: boolean) => args.map((arg) => clausesOf(nodes, places, arg, asked));
  if (op === 'constant') return value === (isTrue ? 1 : 0) ? [new Map()] : [];
  if (kind.kind !== 'truth') return undefined;
  if (op === 'not') return clausesOf(nodes, places, args[0]!, !isTrue);
  if (op === 'and' || op === 'or')
    return (op === 'and') === isTrue ? every(parts(isTrue)) : some(parts(isTrue));
  const leaf = leafOf(nodes, ref);
  if (leaf === undefined) return undefined;
  return [new Map([[leaf.fact, placeSet(places.get(leaf.fact)!, leaf, isTrue)]])];
}

function placeSet({ thresholds, count }: Places, { asks, threshold }: Leaf, isTrue: boolean): PlaceSet {
  const [on, missing] = [2 * thresholds.indexOf(threshold) + 1, count - 1];
  const isIn = (place: number): boolean => {
    if (asks === 'missing') return (place === missing) === isTrue;
    if (place === missing) return false;
    return (asks === 'below' ? place < on : asks === 'above' ? place > on : place === on) === isTrue;
  };
  const set = new Uint8Array(count);
  for (let place = 0; place < count; place += 1) if (isIn(place)) set[place] = 1;
  return set;
}

/** One of the parts: clauses that ask for the same fact alone are one. */
function some(parts: readonly (readonly Clause[] | undefined)[]): readonly Clause[] | undefined {
  const alone = new Map<NodeRef, PlaceSet>();
  const clauses: Clause[] = [];
  for (const part of parts) {
    if (part === undefined) return undefined;
    for (const clause of part) {
      const [[fact, set] = []] = clause;
      if (clause.size !== 1) clauses.push(clause);
      else
        alone.set(
          fact!,
          merged(alone.get(fact!), set!, (a, b) => a | b),
        );
    }
  }
  for (const [fact, set] of alone) clauses.push(new Map([[fact, set]]));
  return clauses.length > mostClauses ? undefined : clauses;
}

/** All parts: each clause of one with each of the others. */
function every(parts: readonly (readonly Clause[] | undefined)[]): readonly Clause[] | undefined {
  let clauses: readonly Clause[] = [new Map()];
  for (const part of parts) {
    if (part === undefined || part.length * clauses.length > mostClauses) return undefined;
    clauses = clauses.flatMap((clause) => part.map((other) => both(clause, other)));
  }
  return clauses;
}

function both(clause: Clause, other: Clause): Clause {
  const joint = new Map(clause);
  for (const [fact, set] of other)
    joint.set(
      fact,
      merged(joint.get(fact), set, (a, b) => a & b),
    );
  return joint;
}

function merged(set: PlaceSet | undefined, other: PlaceSet, how: (a: number, b: number) => number): PlaceSet {
  return set === undefined ? other : set.map((bit, place) => how(bit, other[place]!));
}

/** Strikes the clauses that a place of a fact does not let through from its bitmap. */
function strike(bitmaps: Int32Array, fact: NodeRef, clauses: readonly Placed[], words: number): void {
  for (const { clause, word, bit } of clauses) {
    const set = clause.get(fact);
    if (set === undefined) continue;
    for (let place = 0; place < set.length; place += 1) {
      if (set[place] === 0) bitmaps[place * words + word]! &= ~bit;
    }
  }
}
