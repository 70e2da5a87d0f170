import { compare, round } from '../number/rational.ts';
import { figureLimit, type Node, type NodeRef } from './node.ts';
import { exactReal, largest, smallest, ulp } from './real.ts';

/** Evaluates one row at a time. */
export interface RowMachine {
  /** By node: its value for the row that was run last. */
  readonly values: Float64Array;
  /**
   * @param load the figure of an input in units, or the number of a text; NaN where it is missing.
   * @returns false where a figure is too large to be counted in float64s: the row is to be computed exactly.
   */
  run(load: (input: number) => number): boolean;
  /** How many figures could not be told from their approximation, and were computed exactly. */
  readonly resolved: () => number;
}

type Instruction = () => void;

/** Closures over one array of values, in the order of the nodes. */
export function closures(nodes: readonly Node[], wanted: readonly NodeRef[]): RowMachine {
  const v = new Float64Array(nodes.length).fill(Number.NaN);
  const e = new Float64Array(nodes.length);
  let input: (index: number) => number = () => Number.NaN;
  let fits = true;
  let resolved = 0;

  const needed = new Set<NodeRef>();
  const need = (ref: NodeRef): void => {
    if (needed.has(ref)) return;
    needed.add(ref);
    nodes[ref]!.args.forEach(need);
  };
  wanted.forEach(need);

  const exact = (ref: NodeRef) => {
    resolved += 1;
    return exactReal(nodes, ref, (whole) => v[whole]!);
  };
  const program: Instruction[] = [];
  for (const [at, node] of nodes.entries()) {
    if (node.op === 'constant') v[at] = node.value;
    else if (needed.has(at)) program.push(instruction(at, node));
  }
  return {
    values: v,
    run(load) {
      input = load;
      fits = true;
      for (const step of program) step();
      return fits;
    },
    resolved: () => resolved,
  };

  function instruction(at: NodeRef, { op, args, value, kind }: Node): Instruction {
    const [a = 0, b = 0, c = 0] = args;
    const real = kind.kind === 'real';
    const realArgs = nodes[a]?.kind.kind === 'real' || nodes[b]?.kind.kind === 'real';
    switch (op) {
      case 'load':
        return kind.kind === 'text'
          ? () => void (v[at] = input(value))
          : () => {
              const units = input(value);
              if (units > figureLimit || units < -figureLimit) fits = false;
              v[at] = units;
            };
      case 'add':
        return real
          ? () => {
              const sum = v[a]! + v[b]!;
              v[at] = sum;
              e[at] = e[a]! + e[b]! + Math.abs(sum) * ulp;
            }
          : () => void (v[at] = v[a]! + v[b]!);
      case 'sub':
        return real
          ? () => {
              const difference = v[a]! - v[b]!;
              v[at] = difference;
              e[at] = e[a]! + e[b]! + Math.abs(difference) * ulp;
            }
          : () => void (v[at] = v[a]! - v[b]!);
      case 'mul':
        return real
          ? () => {
              const product = v[a]! * v[b]!;
              settle(
                at,
                product,
                e[a]! * Math.abs(v[b]!) + e[b]! * Math.abs(v[a]!) + e[a]! * e[b]! + Math.abs(product) * ulp,
              );
            }
          : () => void (v[at] = v[a]! * v[b]!);
      case 'div':
        return () => {
          const room = Math.abs(v[b]!) - e[b]!;
          if (room <= 0) {
            // It may be a division by zero: only the exact figure tells.
            settle(at, exact(at) === null ? Number.NaN : Number.POSITIVE_INFINITY, 0);
            return;
          }
          const quotient = v[a]! / v[b]!;
          settle(at, quotient, (e[a]! + Math.abs(quotient) * e[b]!) / room + Math.abs(quotient) * 2 * ulp);
        };
      case 'min':
        return () => {
          v[at] = Math.min(v[a]!, v[b]!);
          e[at] = Math.max(e[a]!, e[b]!);
        };
      case 'max':
        return () => {
          v[at] = Math.max(v[a]!, v[b]!);
          e[at] = Math.max(e[a]!, e[b]!);
        };
      case 'real': {
        const scale = 10 ** value;
        return () => {
          const figure = v[a]! / scale;
          v[at] = figure;
          e[at] = Math.abs(figure) * ulp;
        };
      }
      case 'ratio': {
        const [up, down] = [10 ** Math.max(value, 0), 10 ** Math.max(-value, 0)];
        return () => {
          const divisor = v[b]!;
          const quotient = divisor === 0 ? Number.NaN : ((v[a]! / divisor) * up) / down;
          v[at] = quotient;
          e[at] = Math.abs(quotient) * 3 * ulp;
        };
      }
      case 'round': {
        if (!realArgs) {
          const half = value / 2;
          return () => {
            const units = v[a]!;
            v[at] = units < 0 ? -Math.floor((half - units) / value) : Math.floor((units + half) / value);
          };
        }
        const scale = 10 ** value;
        return () => {
          const scaled = v[a]! * scale;
          const size = Math.abs(scaled);
          const whole = Math.floor(size);
          const error = e[a]! * scale + size * 2 * ulp;
          if (Math.abs(size - whole - 0.5) <= error || !(error < 0.25)) {
            if (Number.isNaN(scaled)) {
              v[at] = Number.NaN;
              return;
            }
            const figure = exact(a);
            v[at] = figure === null ? Number.NaN : Number(round(figure, value).n);
          } else {
            const units = size - whole < 0.5 ? whole : whole + 1;
            v[at] = scaled < 0 ? -units : units;
          }
          if (Math.abs(v[at]) > figureLimit) fits = false;
        };
      }
      case 'less':
        return realArgs
          ? () => void (v[at] = realOrder(a, b, -1))
          : () => {
              const [x, y] = [v[a]!, v[b]!];
              v[at] = x < y ? 1 : x >= y ? 0 : Number.NaN;
            };
      case 'equal':
        return realArgs
          ? () => void (v[at] = realOrder(a, b, 0))
          : () => {
              const [x, y] = [v[a]!, v[b]!];
              v[at] = x === y ? 1 : Number.isNaN(x + y) ? Number.NaN : 0;
            };
      case 'missing':
        return () => void (v[at] = Number.isNaN(v[a]!) ? 1 : 0);
      case 'and':
        return () => void (v[at] = decided(args, 0));
      case 'or':
        return () => void (v[at] = decided(args, 1));
      case 'not':
        return () => void (v[at] = 1 - v[a]!);
      case 'choose':
        return () => {
          const condition = v[a]!;
          const taken = condition === 1 ? b : c;
          v[at] = v[taken]!;
          e[at] = e[taken]!;
        };
      case 'constant':
        throw new Error('constants are no instructions');
    }
  }

  /** Keeps a real; one that a float64 cannot hold well is only known to be there. */
  function settle(at: NodeRef, figure: number, error: number): void {
    const size = Math.abs(figure);
    if (size > largest) {
      v[at] = 0;
      e[at] = Number.POSITIVE_INFINITY;
      return;
    }
    v[at] = figure;
    e[at] = error + smallest;
  }

  /** 1 where the order of two reals is the one asked for, 0 where not, NaN where one is missing. */
  function realOrder(a: NodeRef, b: NodeRef, order: -1 | 0): number {
    const difference = v[a]! - v[b]!;
    if (Number.isNaN(difference)) return Number.NaN;
    const error = e[a]! + e[b]! + Math.abs(difference) * ulp;
    if (Math.abs(difference) > error) return order === -1 && difference < 0 ? 1 : 0;
    const [left, right] = [exact(a), exact(b)];
    if (left === null || right === null) return Number.NaN;
    return compare(left, right) === order ? 1 : 0;
  }

  /** One deciding argument decides; else one unknown makes it unknown. */
  function decided(args: readonly NodeRef[], deciding: 0 | 1): number {
    let unknown = false;
    for (const arg of args) {
      const truth = v[arg]!;
      if (truth === deciding) return deciding;
      if (Number.isNaN(truth)) unknown = true;
    }
    return unknown ? Number.NaN : 1 - deciding;
  }
}
