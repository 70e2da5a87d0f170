import type { Graph } from './graph.ts';
import { fits, intervalOf, type Arithmetic, type Interval } from './interval.ts';
import type { Kind, NodeRef } from './node.ts';

/** A node and, for whole numbers, what they count: units of 1 ÷ (10^places × divisor). */
export interface Figure {
  readonly node: NodeRef;
  readonly places: number;
  readonly divisor: number;
}

/** Figures of a graph, and arithmetic on them: whole numbers as long as they fit, approximations beyond. */
export interface Figures {
  kindOf(figure: Figure): Kind['kind'];
  isNumber(figure: Figure): boolean;
  /** A figure that is no number, or a real. */
  plain(node: NodeRef): Figure;
  nothing(): Figure;
  whole(value: number, places: number): Figure;
  asReal(figure: Figure): NodeRef;
  /** Both counted in the same units; undefined where that would not fit, or one is real. */
  aligned(a: Figure, b: Figure): readonly [Figure, Figure] | undefined;
  arithmetic(op: Arithmetic, a: Figure, b: Figure): Figure;
  quotient(a: Figure, b: Figure): Figure;
  interval(figure: Figure): Interval;
}

export function figuresIn(graph: Graph): Figures {
  const kindOf = ({ node }: Figure) => graph.at(node).kind.kind;
  const isNumber = (figure: Figure) => kindOf(figure) === 'whole' || kindOf(figure) === 'real';
  const plain = (node: NodeRef): Figure => ({ node, places: 0, divisor: 1 });
  const whole = (value: number, places: number): Figure => ({
    node: graph.constant(value, 'whole'),
    places,
    divisor: 1,
  });
  const interval = ({ node }: Figure): Interval => {
    const { kind } = graph.at(node);
    if (kind.kind !== 'whole') throw new Error('not a whole number');
    return kind;
  };

  const asReal = (figure: Figure): NodeRef => {
    if (kindOf(figure) !== 'whole') return figure.node;
    const scaled = graph.node('real', [figure.node], { kind: 'real' }, figure.places);
    if (figure.divisor === 1) return scaled;
    return graph.node('div', [scaled, asReal(whole(figure.divisor, 0))], { kind: 'real' });
  };
  const real = (op: Arithmetic | 'div', a: Figure, b: Figure): Figure =>
    plain(graph.node(op, [asReal(a), asReal(b)], { kind: 'real' }));

  /** Whole arithmetic on nodes of the same units; undefined where it would not fit. */
  const combined = (op: Arithmetic, a: Figure, b: Figure): NodeRef | undefined => {
    const range = intervalOf(op, interval(a), interval(b));
    if (!fits(range)) return undefined;
    if (range.low === range.high && bothConstant(a, b)) return graph.constant(range.low, 'whole');
    if (op === 'mul' && graph.constantOf(b.node) === 1) return a.node;
    return graph.node(op, [a.node, b.node], { kind: 'whole', ...range });
  };
  const bothConstant = (a: Figure, b: Figure) =>
    graph.constantOf(a.node) !== undefined && graph.constantOf(b.node) !== undefined;

  const times = (figure: Figure, factor: number): NodeRef | undefined =>
    factor === 1 ? figure.node : combined('mul', figure, whole(factor, 0));

  const aligned = (a: Figure, b: Figure): readonly [Figure, Figure] | undefined => {
    if (kindOf(a) !== 'whole' || kindOf(b) !== 'whole') return undefined;
    const places = Math.max(a.places, b.places);
    const divisor = (a.divisor / commonDivisor(a.divisor, b.divisor)) * b.divisor;
    const moved = (figure: Figure): Figure | undefined => {
      const node = times(figure, 10 ** (places - figure.places) * (divisor / figure.divisor));
      return node === undefined ? undefined : { node, places, divisor };
    };
    const [left, right] = [moved(a), moved(b)];
    return left === undefined || right === undefined ? undefined : [left, right];
  };

  const arithmetic = (op: Arithmetic, a: Figure, b: Figure): Figure => {
    if (op === 'mul') {
      if (kindOf(a) !== 'whole' || kindOf(b) !== 'whole') return real(op, a, b);
      const node = combined(op, a, b);
      const divisor = a.divisor * b.divisor;
      return node === undefined || divisor > largestDivisor
        ? real(op, a, b)
        : { node, places: a.places + b.places, divisor };
    }
    const pair = aligned(a, b);
    const node = pair && combined(op, ...pair);
    return pair === undefined || node === undefined ? real(op, a, b) : { ...pair[0], node };
  };

  /** By a constant whole numbers stay whole, and only count smaller units. */
  const quotient = (a: Figure, b: Figure): Figure => {
    if (kindOf(a) !== 'whole' || kindOf(b) !== 'whole') return real('div', a, b);
    const by = graph.constantOf(b.node);
    if (by !== undefined && by > 0) {
      const exact = dividedBy(a, by, b);
      if (exact !== undefined) return exact;
    }
    const up = times(a, b.divisor);
    const down = times(b, a.divisor);
    if (up === undefined || down === undefined) return real('div', a, b);
    return plain(graph.node('ratio', [up, down], { kind: 'real' }, b.places - a.places));
  };

  const dividedBy = (a: Figure, by: number, b: Figure): Figure | undefined => {
    let [rest, places] = [by, a.places - b.places];
    while (rest % 10 === 0) [rest, places] = [rest / 10, places + 1];
    const divisor = a.divisor * rest;
    const node = times(a, b.divisor * 10 ** Math.max(-places, 0));
    if (node === undefined || divisor > largestDivisor) return undefined;
    return { node, places: Math.max(places, 0), divisor };
  };

  return {
    kindOf,
    isNumber,
    plain,
    whole,
    asReal,
    aligned,
    arithmetic,
    quotient,
    interval,
    nothing: () => plain(graph.constant(Number.NaN, 'nothing')),
  };
}

/** Beyond this a divisor leaves too little room for what it divides. */
const largestDivisor = 1e6;

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
