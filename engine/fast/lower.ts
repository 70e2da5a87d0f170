import type { Program } from '../model/compile.ts';
import type { Rational } from '../number/rational.ts';
import { isRational, type OperationName, type Value } from '../program/operations.ts';
import type { Step } from '../program/program.ts';
import { createGraph, type Graph } from './graph.ts';
import { figureLimit, wholeLimit, type Kind, type Node, type NodeRef } from './node.ts';

/** A node, and for whole numbers the places they are counted in. */
export interface Figure {
  readonly node: NodeRef;
  readonly places: number;
}

/** A program as arithmetic on float64s that is exact, or knows by how much it may be off. */
export interface Lowered {
  readonly nodes: readonly Node[];
  /** By step of the program. */
  readonly figures: readonly Figure[];
  /** The dictionary of texts: those of the model come first. */
  readonly texts: readonly string[];
}

/**
 * Lowers a program for columns with so many places.
 * @param placesOf the places that figures of a column have.
 * @returns undefined where a step mixes kinds in a way that only the reference back end can carry.
 */
export function lower(program: Program, placesOf: (column: string) => number): Lowered | undefined {
  const graph = createGraph();
  const texts: string[] = [];
  const figures: Figure[] = [];
  for (const step of program.steps) {
    const figure =
      step.op === 'given'
        ? given(step)
        : operation(
            graph,
            step.op,
            step.args.map((arg) => figures[arg]!),
            step.places,
          );
    if (figure === undefined) return undefined;
    figures.push(figure);
  }
  return { nodes: graph.nodes, figures, texts };

  function given({ source }: Extract<Step, { op: 'given' }>): Figure | undefined {
    if (source.kind === 'nothing') return nothing(graph);
    if (source.kind !== 'column') return literal(source.value);
    const index = program.inputs.findIndex(({ name }) => name === source.name);
    if (program.inputs[index]?.kind === 'text') {
      return { node: graph.node('load', [], { kind: 'text' }, index), places: 0 };
    }
    const kind: Kind = { kind: 'whole', bound: figureLimit };
    return { node: graph.node('load', [], kind, index), places: placesOf(source.name) };
  }

  function literal(value: Value): Figure | undefined {
    if (value === null) return nothing(graph);
    if (typeof value === 'boolean') return { node: graph.constant(value ? 1 : 0, 'truth'), places: 0 };
    if (isRational(value)) return decimal(graph, value);
    const known = texts.indexOf(value);
    const id = known >= 0 ? known : texts.push(value) - 1;
    return { node: graph.constant(id, 'text'), places: 0 };
  }
}

function nothing(graph: Graph): Figure {
  return { node: graph.constant(Number.NaN, 'nothing'), places: 0 };
}

/** A decimal of the model in units, without the zeros at its end. */
function decimal(graph: Graph, { n, d }: Rational): Figure | undefined {
  let [units, scale, places] = [n, d, 0];
  while (scale > 1n && units % 10n === 0n) [units, scale] = [units / 10n, scale / 10n];
  for (let rest = scale; rest > 1n; rest /= 10n) places += 1;
  const whole = Number(units);
  return Math.abs(whole) > wholeLimit ? undefined : { node: graph.constant(whole, 'whole'), places };
}

function operation(
  graph: Graph,
  op: Exclude<OperationName, 'given'>,
  args: readonly Figure[],
  places: number,
): Figure | undefined {
  switch (op) {
    case 'add':
    case 'sub':
    case 'mul':
    case 'div':
    case 'min':
    case 'max':
      if (!args.every((arg) => isNumber(graph, arg))) return nothing(graph);
      return args.slice(1).reduce((left, right) => arithmetic(graph, op, left, right), args[0]!);
    case 'round':
      return isNumber(graph, args[0]!) ? rounded(graph, args[0]!, places) : nothing(graph);
    case 'less':
    case 'equal':
      return { node: comparison(graph, op, args[0]!, args[1]!), places: 0 };
    case 'missing':
      return { node: graph.node('missing', [args[0]!.node], { kind: 'truth' }), places: 0 };
    case 'and':
    case 'or':
    case 'not': {
      const nodes = args.map((arg) => truthOf(graph, arg));
      return { node: graph.node(op, nodes, { kind: 'truth' }), places: 0 };
    }
    case 'choose':
      return chosen(graph, args[0]!, args[1]!, args[2]!);
  }
}

function kindOf(graph: Graph, { node }: Figure): Kind['kind'] {
  return graph.at(node).kind.kind;
}

function isNumber(graph: Graph, figure: Figure): boolean {
  const kind = kindOf(graph, figure);
  return kind === 'whole' || kind === 'real';
}

function boundOf(graph: Graph, { node }: Figure): number {
  const { kind } = graph.at(node);
  return kind.kind === 'whole' ? kind.bound : Number.POSITIVE_INFINITY;
}

type Arithmetic = 'add' | 'sub' | 'mul' | 'div' | 'min' | 'max';

function arithmetic(graph: Graph, op: Arithmetic, a: Figure, b: Figure): Figure {
  if (op === 'div') return quotient(graph, a, b);
  if (op === 'mul') {
    const bound = boundOf(graph, a) * boundOf(graph, b);
    const places = a.places + b.places;
    if (bound <= wholeLimit) {
      const factor = graph.constantOf(b.node);
      if (factor === 1) return { node: a.node, places };
      return { node: graph.node('mul', [a.node, b.node], { kind: 'whole', bound }), places };
    }
    return real(graph, 'mul', a, b);
  }
  const aligned = align(graph, a, b);
  if (aligned === undefined) return real(graph, op, a, b);
  const [left, right, places] = aligned;
  const [one, other] = [boundOf(graph, left), boundOf(graph, right)];
  const bound = op === 'add' || op === 'sub' ? one + other : Math.max(one, other);
  if (bound > wholeLimit) return real(graph, op, a, b);
  return { node: graph.node(op, [left.node, right.node], { kind: 'whole', bound }), places };
}

/** Whole numbers by a power of ten stay whole: they only have more places. */
function quotient(graph: Graph, a: Figure, b: Figure): Figure {
  const [kindA, kindB] = [kindOf(graph, a), kindOf(graph, b)];
  if (kindA !== 'whole' || kindB !== 'whole') return real(graph, 'div', a, b);
  const divisor = graph.constantOf(b.node);
  const power = divisor === undefined ? -1 : Math.round(Math.log10(divisor));
  if (divisor !== undefined && power >= 0 && 10 ** power === divisor && a.places + power >= b.places) {
    return { node: a.node, places: a.places + power - b.places };
  }
  return { node: graph.node('ratio', [a.node, b.node], { kind: 'real' }, b.places - a.places), places: 0 };
}

/** Both in the same places; undefined where that would not fit, or one is real. */
function align(graph: Graph, a: Figure, b: Figure): [Figure, Figure, number] | undefined {
  if (kindOf(graph, a) !== 'whole' || kindOf(graph, b) !== 'whole') return undefined;
  const places = Math.max(a.places, b.places);
  const [left, right] = [withPlaces(graph, a, places), withPlaces(graph, b, places)];
  return left === undefined || right === undefined ? undefined : [left, right, places];
}

function withPlaces(graph: Graph, figure: Figure, places: number): Figure | undefined {
  if (figure.places === places) return figure;
  const factor = 10 ** (places - figure.places);
  const bound = boundOf(graph, figure) * factor;
  if (bound > wholeLimit) return undefined;
  const constant = graph.constantOf(figure.node);
  const node =
    constant === undefined
      ? graph.node('mul', [figure.node, graph.constant(factor, 'whole')], { kind: 'whole', bound })
      : graph.constant(constant * factor, 'whole');
  return { node, places };
}

function asReal(graph: Graph, figure: Figure): NodeRef {
  if (kindOf(graph, figure) !== 'whole') return figure.node;
  return graph.node('real', [figure.node], { kind: 'real' }, figure.places);
}

function real(graph: Graph, op: Arithmetic, a: Figure, b: Figure): Figure {
  return { node: graph.node(op, [asReal(graph, a), asReal(graph, b)], { kind: 'real' }), places: 0 };
}

function rounded(graph: Graph, figure: Figure, places: number): Figure {
  if (kindOf(graph, figure) === 'real') {
    const kind: Kind = { kind: 'whole', bound: figureLimit };
    return { node: graph.node('round', [figure.node], kind, places), places };
  }
  if (figure.places <= places) return figure;
  const divisor = 10 ** (figure.places - places);
  const bound = Math.ceil(boundOf(graph, figure) / divisor);
  return { node: graph.node('round', [figure.node], { kind: 'whole', bound }, divisor), places };
}

function comparison(graph: Graph, op: 'less' | 'equal', a: Figure, b: Figure): NodeRef {
  const truth: Kind = { kind: 'truth' };
  const [kindA, kindB] = [kindOf(graph, a), kindOf(graph, b)];
  if (kindA === 'nothing' || kindB === 'nothing') return graph.constant(Number.NaN, 'truth');
  if (isNumber(graph, a) && isNumber(graph, b)) {
    const aligned = align(graph, a, b);
    if (aligned !== undefined) return graph.node(op, [aligned[0].node, aligned[1].node], truth);
    return graph.node(op, [asReal(graph, a), asReal(graph, b)], truth);
  }
  if (op === 'equal' && kindA === kindB) return graph.node('equal', [a.node, b.node], truth);
  // Of two that cannot be compared neither is less, nor are they equal; unknown where one is missing.
  const missing = [a, b].map(({ node }) => graph.node('missing', [node], truth));
  const unknown = graph.constant(Number.NaN, 'truth');
  return graph.node('choose', [graph.node('or', missing, truth), unknown, graph.constant(0, 'truth')], truth);
}

/** What stands where a truth is asked for and is none is unknown. */
function truthOf(graph: Graph, figure: Figure): NodeRef {
  return kindOf(graph, figure) === 'truth' ? figure.node : graph.constant(Number.NaN, 'truth');
}

function chosen(graph: Graph, condition: Figure, a: Figure, b: Figure): Figure | undefined {
  const asked = truthOf(graph, condition);
  const [kindA, kindB] = [kindOf(graph, a), kindOf(graph, b)];
  const pick = (one: NodeRef, other: NodeRef, kind: Kind, places = 0): Figure => ({
    node: one === other ? one : graph.node('choose', [asked, one, other], kind),
    places,
  });
  if (kindA === 'nothing' && kindB === 'nothing') return a;
  if (kindA === 'nothing' || kindB === 'nothing') {
    const there = kindA === 'nothing' ? b : a;
    const { kind } = graph.at(there.node);
    return pick(a.node, b.node, kind, there.places);
  }
  if (isNumber(graph, a) && isNumber(graph, b)) {
    const aligned = align(graph, a, b);
    if (aligned === undefined) return pick(asReal(graph, a), asReal(graph, b), { kind: 'real' });
    const [one, other, places] = aligned;
    const bound = Math.max(boundOf(graph, one), boundOf(graph, other));
    return pick(one.node, other.node, { kind: 'whole', bound }, places);
  }
  return kindA === kindB ? pick(a.node, b.node, { kind: kindA as 'truth' | 'text' }) : undefined;
}
