import type { Program } from '../model/compile.ts';
import { payFigures } from '../pay/pay-result.ts';
import type { RowFigures } from '../row-figures.ts';
import { closures } from './closures.ts';
import type { Lowered } from './lower.ts';
import { machineFigures } from './machine-figures.ts';
import type { Node, NodeRef } from './node.ts';
import { ruleIndex, type RuleIndex } from './rule-index.ts';
import { figureText, shortestText } from './units-text.ts';
import { truthsInColumn } from './wasm/layout.ts';
import { blockMachine, type BlockMachine } from './wasm/machine.ts';
import { wholeMetrics } from './whole-metrics.ts';

/** What results are made of, for many rows at once. */
export interface Block {
  readonly machine: BlockMachine;
  /** The column of a figure that results show. */
  readonly column: (step: number) => Float64Array;
  /** What a plain row of the block came to; to be read before it is asked for another row. */
  readonly figures: (row: number) => RowFigures;
  /**
   * A row that the machine could not decide, exactly, without the rules that an index knows.
   * @returns undefined where that takes all steps: there is no index, a figure is missing or too large.
   */
  readonly exactly: (load: (input: number) => number) => RowFigures | undefined;
  /** By position in `program.actions`, whether the rule fired: `figures` are those of the row asked for last. */
  readonly fired: (figures: RowFigures) => boolean[];
  /** Whether all metrics and pay lines of the row are there: else it takes more than the outputs to say why not. */
  readonly isPlain: (row: number) => boolean;
}

/** @param rules whether the machine decides the rules, or an index does from the figures that they ask for. */
export function blockOf(
  program: Program,
  lowered: Lowered,
  rules: 'computed' | 'indexed',
): Block | undefined {
  const nodes: Node[] = [...lowered.nodes];
  const nodeOf = (step: number): NodeRef => lowered.figures[step]!.node;
  const truth = (op: 'missing' | 'or', args: readonly NodeRef[]): NodeRef =>
    nodes.push({ op, args, value: 0, kind: { kind: 'truth' } }) - 1;

  const values = [
    ...new Set([
      program.composite,
      program.grade,
      ...program.metrics.flatMap(({ value, score, weighted, target, level }) =>
        [value, score, weighted].concat(present(target, level)),
      ),
      ...present(program.base, program.points?.total, program.adjustment?.figure),
      ...(program.points?.each ?? []).map(({ figure }) => figure),
      ...Object.values(program.rank ?? {}),
      ...payFigures(program),
    ]),
  ];
  // Of others only the closures can tell the exact figure.
  const isTold = (step: number) =>
    nodes[nodeOf(step)]!.kind.kind !== 'real' && lowered.figures[step]!.divisor === 1;
  if (!values.every(isTold)) return undefined;
  const truths = [
    ...present(program.held, program.adjustment?.beyond),
    ...(program.points?.each ?? []).flatMap(({ fires }) => present(fires)),
    ...[...program.overlays, ...program.gradeRules, ...program.gates].map(({ verdict }) => verdict),
    ...program.actions.flatMap(({ fires, verdict }) => (fires === verdict ? [verdict] : [fires, verdict])),
    ...program.conflicts.flatMap(({ stands }) => [...stands.values()]),
  ];
  const anyMissing = truth(
    'or',
    [
      ...program.metrics.map(({ exactScore }) => exactScore),
      ...(program.pay?.lines ?? []).map(({ paid }) => paid),
    ].map((step) => truth('missing', [nodeOf(step)])),
  );
  const index = rules === 'indexed' ? ruleIndex(nodes, truths.map(nodeOf)) : undefined;
  const placeInIndex = new Map(index?.truths.map((ref, place) => [ref, place]));
  const indexed: number[] = [];
  for (const step of truths) {
    const place = placeInIndex.get(nodeOf(step));
    if (place !== undefined) indexed[step] = place;
  }
  const computed = truths.filter((step) => indexed[step] === undefined);
  const machine = blockMachine(nodes, program.inputs.length, {
    values: [...values.map(nodeOf), ...(index?.facts ?? [])],
    truths: [anyMissing, ...computed.map(nodeOf)],
  });
  if (machine === undefined) return undefined;

  // By step, as arrays: they are asked for each figure of each row.
  const columns: Float64Array[] = [];
  const places: number[] = [];
  for (const [position, step] of values.entries()) {
    columns[step] = machine.values[position]!;
    places[step] = lowered.figures[step]!.places;
  }
  const packed: Float64Array[] = [];
  const weights: number[] = [];
  for (const [position, step] of computed.entries()) {
    packed[step] = machine.truths[Math.floor((position + 1) / truthsInColumn)]!;
    weights[step] = 2 ** -((position + 1) % truthsInColumn);
  }
  let row = 0;
  const facts = machine.values.slice(values.length);
  const factOf = (fact: number) => facts[fact]![row]!;
  const isSet = (step: number) => isOdd(Math.floor(packed[step]![row]! * weights[step]!));
  const holdsBy = (isComputed: (step: number) => boolean) =>
    index === undefined
      ? isComputed
      : (step: number) => {
          const place = indexed[step];
          return place === undefined ? isComputed(step) : index.holds(place);
        };
  const fillMetrics = wholeMetrics(program.metrics, (step) => ({
    units: columns[step]!,
    places: places[step]!,
  }));
  const figures: RowFigures = {
    wholeMetrics: (into) => fillMetrics(into, row),
    missing: (step) => Number.isNaN(columns[step]?.[row] ?? 0),
    holds: holdsBy(isSet),
    text(step) {
      const id = columns[step]![row]!;
      return Number.isNaN(id) ? null : lowered.texts[id]!;
    },
    fixed: (step, want) => figureText(columns[step]![row]!, places[step]!, want),
    exact: (step) => shortestText(columns[step]![row]!, places[step]!),
  };

  const verdicts = program.actions.map(({ verdict }) => verdict);
  const verdictPlaces = verdicts.flatMap((verdict) => indexed[verdict] ?? []);
  const areIndexed = index !== undefined && verdictPlaces.length === verdicts.length;
  return {
    machine,
    column: (step) => columns[step]!,
    figures(asked) {
      row = asked;
      index?.run(factOf);
      return figures;
    },
    exactly: index === undefined ? () => undefined : exactlyBy(index),
    fired: ({ holds }) =>
      areIndexed
        ? verdictPlaces.map((place) => index.holds(place))
        : verdicts.map((verdict) => holds(verdict)),
    isPlain: (asked) => !isOdd(machine.truths[0]![asked]!),
  };

  function exactlyBy({ facts: asked, run }: RuleIndex): Block['exactly'] {
    const single = closures(nodes, [...values.map(nodeOf), anyMissing, ...computed.map(nodeOf), ...asked]);
    const all = machineFigures({ ...lowered, nodes }, single.values);
    const exact = { ...all, holds: holdsBy(all.holds) };
    const exactFact = (fact: number) => single.values[asked[fact]!]!;
    return (load) => {
      if (!single.run(load) || single.values[anyMissing] === 1) return undefined;
      run(exactFact);
      return exact;
    };
  }
}

/** Of a whole number that is not negative; without a division of floats, which is slow. */
function isOdd(whole: number): boolean {
  return whole - 2 * Math.floor(whole / 2) === 1;
}

function present(...steps: readonly (number | undefined)[]): number[] {
  return steps.flatMap((step) => step ?? []);
}
