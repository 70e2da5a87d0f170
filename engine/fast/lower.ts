import type { Program } from '../model/compile.ts';
import type { Rational } from '../number/rational.ts';
import { isRational, type OperationName, type Value } from '../program/operations.ts';
import type { Step } from '../program/program.ts';
import { figuresIn, type Figure, type Figures } from './figure.ts';
import { createGraph, type Graph } from './graph.ts';
import { roundedBy } from './interval.ts';
import { figureLimit, wholeLimit, type Kind, type Node, type NodeRef } from './node.ts';

/** A program as arithmetic on float64s that is exact, or knows by how much it may be off. */
export interface Lowered {
  readonly nodes: readonly Node[];
  /** By step of the program. */
  readonly figures: readonly Figure[];
  /** The dictionary of texts: those of the model come first. */
  readonly texts: readonly string[];
}

/** What a lowering builds on. Programs that are lowered onto the same ground share the nodes that they have in common. */
export interface Ground {
  readonly graph: Graph;
  /** The dictionary of texts, which grows. */
  readonly texts: string[];
  /** A column, as the program asks for it; the figures are those of the steps before. */
  columnOf(name: string, figures: readonly Figure[]): GroundColumn;
}

export interface GroundColumn {
  /** Its number, which `load` nodes have. */
  readonly index: number;
  /** The places that its figures have. */
  readonly places: number;
}

/** A graph and the figures in it. */
interface Lowering {
  readonly graph: Graph;
  readonly in: Figures;
}

/** @returns undefined where a step mixes kinds in a way that only the reference back end can carry. */
export function lower(program: Program, { graph, texts, columnOf }: Ground): Lowered | undefined {
  const lowering: Lowering = { graph, in: figuresIn(graph) };
  const figures: Figure[] = [];
  for (const step of program.steps) {
    const figure =
      step.op === 'given'
        ? given(step)
        : operation(
            lowering,
            step.op,
            step.args.map((arg) => figures[arg]!),
            step.places,
          );
    if (figure === undefined) return undefined;
    figures.push(figure);
  }
  return { nodes: graph.nodes, figures, texts };

  function given({ source }: Extract<Step, { op: 'given' }>): Figure | undefined {
    if (source.kind === 'nothing') return lowering.in.nothing();
    if (source.kind !== 'column') return literal(source.value);
    const { index, places } = columnOf(source.name, figures);
    if (program.inputs.find(({ name }) => name === source.name)?.kind === 'text') {
      return lowering.in.plain(graph.node('load', [], { kind: 'text' }, index));
    }
    const kind: Kind = { kind: 'whole', low: -figureLimit, high: figureLimit };
    return { node: graph.node('load', [], kind, index), places, divisor: 1 };
  }

  function literal(value: Value): Figure | undefined {
    if (value === null) return lowering.in.nothing();
    if (typeof value === 'boolean') return lowering.in.plain(graph.constant(value ? 1 : 0, 'truth'));
    if (isRational(value)) return decimal(lowering, value);
    const known = texts.indexOf(value);
    const id = known >= 0 ? known : texts.push(value) - 1;
    return lowering.in.plain(graph.constant(id, 'text'));
  }
}

/** Ground for one program, its inputs by their position, whose columns have so many places. */
export function groundOf({ model, inputs }: Program, placesOf: (column: string) => number): Ground {
  return {
    graph: createGraph(),
    texts: model.grades.map(({ id }) => id),
    columnOf: (column) => ({
      index: inputs.findIndex(({ name }) => name === column),
      places: placesOf(column),
    }),
  };
}

/** A decimal of the model in units, without the zeros at its end. */
function decimal({ in: figures }: Lowering, { n, d }: Rational): Figure | undefined {
  let [units, scale, places] = [n, d, 0];
  while (scale > 1n && units % 10n === 0n) [units, scale] = [units / 10n, scale / 10n];
  for (let rest = scale; rest > 1n; rest /= 10n) places += 1;
  const whole = Number(units);
  return Math.abs(whole) > wholeLimit ? undefined : figures.whole(whole, places);
}

function operation(
  lowering: Lowering,
  op: Exclude<OperationName, 'given'>,
  args: readonly Figure[],
  places: number,
): Figure | undefined {
  const { graph, in: figures } = lowering;
  switch (op) {
    case 'add':
    case 'sub':
    case 'mul':
    case 'div':
    case 'min':
    case 'max':
      if (!args.every((arg) => figures.isNumber(arg))) return figures.nothing();
      return args
        .slice(1)
        .reduce(
          (left, right) =>
            op === 'div' ? figures.quotient(left, right) : figures.arithmetic(op, left, right),
          args[0]!,
        );
    case 'round':
      return figures.isNumber(args[0]!) ? rounded(lowering, args[0]!, places) : figures.nothing();
    case 'less':
    case 'equal':
      return figures.plain(comparison(lowering, op, args[0]!, args[1]!));
    case 'missing':
      return figures.plain(graph.node('missing', [args[0]!.node], { kind: 'truth' }));
    case 'and':
    case 'or':
    case 'not':
      return figures.plain(
        graph.node(
          op,
          args.map((arg) => truthOf(lowering, arg)),
          { kind: 'truth' },
        ),
      );
    case 'choose':
      return chosen(lowering, args[0]!, args[1]!, args[2]!);
  }
}

function rounded({ graph, in: figures }: Lowering, figure: Figure, places: number): Figure {
  if (figures.kindOf(figure) === 'real') {
    const kind: Kind = { kind: 'whole', low: -figureLimit, high: figureLimit };
    return { node: graph.node('round', [figure.node], kind, places), places, divisor: 1 };
  }
  if (figure.places <= places && figure.divisor === 1) return figure;
  // In units of the places asked for: what it counts is more than one of them, or a part of one.
  const units = figure.divisor * 10 ** (figure.places - places);
  if (units < 1 || !Number.isInteger(units)) {
    const finer = figures.aligned(figure, figures.whole(0, places));
    return finer === undefined
      ? rounded({ graph, in: figures }, figures.plain(figures.asReal(figure)), places)
      : rounded({ graph, in: figures }, finer[0], places);
  }
  const { low, high } = figures.interval(figure);
  const kind: Kind = { kind: 'whole', low: roundedBy(low, units), high: roundedBy(high, units) };
  return { node: graph.node('round', [figure.node], kind, units), places, divisor: 1 };
}

function comparison({ graph, in: figures }: Lowering, op: 'less' | 'equal', a: Figure, b: Figure): NodeRef {
  const truth: Kind = { kind: 'truth' };
  const [kindA, kindB] = [figures.kindOf(a), figures.kindOf(b)];
  if (kindA === 'nothing' || kindB === 'nothing') return graph.constant(Number.NaN, 'truth');
  if (figures.isNumber(a) && figures.isNumber(b)) {
    const aligned = figures.aligned(a, b);
    if (aligned !== undefined) return graph.node(op, [aligned[0].node, aligned[1].node], truth);
    return graph.node(op, [figures.asReal(a), figures.asReal(b)], truth);
  }
  if (op === 'equal' && kindA === kindB) return graph.node('equal', [a.node, b.node], truth);
  // Of two that cannot be compared neither is less, nor are they equal; unknown where one is missing.
  const missing = [a, b].map(({ node }) => graph.node('missing', [node], truth));
  const unknown = graph.constant(Number.NaN, 'truth');
  return graph.node('choose', [graph.node('or', missing, truth), unknown, graph.constant(0, 'truth')], truth);
}

/** What stands where a truth is asked for and is none is unknown. */
function truthOf({ graph, in: figures }: Lowering, figure: Figure): NodeRef {
  return figures.kindOf(figure) === 'truth' ? figure.node : graph.constant(Number.NaN, 'truth');
}

function chosen(lowering: Lowering, condition: Figure, a: Figure, b: Figure): Figure | undefined {
  const { graph, in: figures } = lowering;
  const asked = truthOf(lowering, condition);
  const [kindA, kindB] = [figures.kindOf(a), figures.kindOf(b)];
  const pick = (one: Figure, other: Figure, kind: Kind): Figure => ({
    ...(figures.kindOf(one) === 'nothing' ? other : one),
    node: one.node === other.node ? one.node : graph.node('choose', [asked, one.node, other.node], kind),
  });
  if (kindA === 'nothing' && kindB === 'nothing') return a;
  if (kindA === 'nothing' || kindB === 'nothing') {
    return pick(a, b, graph.at((kindA === 'nothing' ? b : a).node).kind);
  }
  if (figures.isNumber(a) && figures.isNumber(b)) {
    const aligned = figures.aligned(a, b);
    if (aligned === undefined) {
      return pick(figures.plain(figures.asReal(a)), figures.plain(figures.asReal(b)), { kind: 'real' });
    }
    const [one, other] = aligned.map((figure) => figures.interval(figure)) as [
      { low: number; high: number },
      { low: number; high: number },
    ];
    const range = { low: Math.min(one.low, other.low), high: Math.max(one.high, other.high) };
    return pick(aligned[0], aligned[1], { kind: 'whole', ...range });
  }
  return kindA === kindB ? pick(a, b, { kind: kindA as 'truth' | 'text' }) : undefined;
}
