import { compile, type Program } from '../../engine/index.ts';
import type { Block } from '../../engine/fast/block.ts';
import { fastProgram } from '../../engine/fast/fast-program.ts';
import type { Model } from '../../schemas/index.ts';
import { figureSpecs, roles, stages } from '../workload/figures.ts';
import { abilityOf, hundredths, seed, type Person } from '../workload/people.ts';
import { mulberry32 } from '../workload/random.ts';
import { emptyOutcomes, weightOf, type OpenEngine } from './engine.ts';

/** The figures of the workload have two decimals. */
const places = 2;

/** What is given of everyone: figures in hundredths, texts by their number in the model. */
export interface Columns {
  readonly rows: number;
  readonly inputs: readonly Float64Array[];
}

/** What is asked of everyone, a column each; truths as bits of whole numbers. */
export interface Judged {
  /** In hundredths. */
  readonly composite: Float64Array;
  /** By number in the model's texts. */
  readonly grade: Float64Array;
  readonly truths: readonly Float64Array[];
  /** By row that was decided alone, whether each action fired. */
  readonly alone: Map<number, readonly boolean[]>;
}

export interface ColumnsEngine {
  readonly program: Program;
  readonly block: Block;
  readonly texts: readonly string[];
  readonly judged: Judged;
  /** Judges everyone; every block's rows are shown once they are done. */
  run(columns: Columns, seen?: (start: number, rows: number) => void): void;
}

/** Everyone by the block: composite, grade and actions into columns. The given columns are at hand. */
export const openColumns: OpenEngine = (model, people) => {
  const engine = columnsEngine(model, people.length);
  const columns = columnsOfPeople(engine, people);
  const gradeOf = new Map(model.grades.map(({ id }, index) => [id, index]));
  return {
    atOnce: people.length,
    judge() {
      engine.run(columns);
      return engine.judged.composite[0]!;
    },
    outcomes(count) {
      const outcomes = emptyOutcomes(count);
      const { block, judged, texts, program } = engine;
      engine.run(columns, (start, rows) => {
        for (let row = 0; row < rows && start + row < count; row += 1) {
          outcomes.composite[start + row] = judged.composite[start + row]!;
          outcomes.grade[start + row] = gradeOf.get(texts[judged.grade[start + row]!]!) ?? 255;
          const fired = judged.alone.get(start + row);
          for (const [index, { verdict }] of program.actions.entries())
            if (fired === undefined ? block.figures(row).holds(verdict) : fired[index])
              outcomes.actions[start + row]! += weightOf(index);
        }
      });
      return outcomes;
    },
  };
};

/** @throws Error where there is no WebAssembly with SIMD. */
export function columnsEngine(model: Model, people: number): ColumnsEngine {
  const program = compile(model);
  const fast = fastProgram(program, () => places);
  if (fast?.block === undefined) throw new Error('no columns: there is no WebAssembly with SIMD');
  const { block, lowered, single, singleFigures } = fast;
  const blockRows = block.machine.inputs[0]!.length;
  const column = () => new Float64Array(people);
  const judged: Judged = {
    composite: column(),
    grade: column(),
    truths: block.machine.truths.map(column),
    alone: new Map(),
  };
  const outputs = [
    [judged.composite, block.column(program.composite)],
    [judged.grade, block.column(program.grade)],
    ...judged.truths.map((truths, index) => [truths, block.machine.truths[index]!] as const),
  ] as const;
  let at = 0;
  /** A row that is too near to a tie for a block: computed exactly. */
  const alone = (inputs: readonly Float64Array[]) => {
    if (!single.run((input) => inputs[input]![at]!)) throw new Error('a figure that is too large');
    judged.composite[at] = single.values[lowered.figures[program.composite]!.node]!;
    judged.grade[at] = single.values[lowered.figures[program.grade]!.node]!;
    judged.alone.set(
      at,
      program.actions.map(({ verdict }) => singleFigures.holds(verdict)),
    );
  };
  return {
    program,
    block,
    judged,
    texts: lowered.texts,
    run({ rows: all, inputs }, seen) {
      judged.alone.clear();
      for (let start = 0; start < all; start += blockRows) {
        const rows = Math.min(blockRows, all - start);
        for (let input = 0; input < inputs.length; input += 1)
          block.machine.inputs[input]!.set(inputs[input]!.subarray(start, start + rows));
        block.machine.run(rows);
        for (const [to, from] of outputs) to.set(rows === blockRows ? from : from.subarray(0, rows), start);
        for (let row = 0; row < rows; row += 1) {
          if (!block.machine.undecided(row)) continue;
          at = start + row;
          alone(inputs);
        }
        seen?.(start, rows);
      }
    },
  };
}

export function columnsOfPeople({ program, texts }: ColumnsEngine, people: readonly Person[]): Columns {
  const numbers = new Map(texts.map((text, id) => [text, id]));
  const inputs = program.inputs.map(({ name, kind }) =>
    Float64Array.from(people, ({ facts }) =>
      kind === 'number' ? Math.round(Number(facts[name]) * 100) : (numbers.get(String(facts[name])) ?? -1),
    ),
  );
  return { rows: people.length, inputs };
}

/** The columns of people who are never objects: of the same make as the workload's, in larger numbers. */
export function columnsOfMany({ program, texts }: ColumnsEngine, rows: number): Columns {
  const inputs = program.inputs.map(() => new Float64Array(rows));
  const random = mulberry32(seed);
  const readers = program.inputs.map(({ name }) => {
    const spec = figureSpecs.find(({ id }) => id === name);
    if (spec !== undefined) return (able: number) => hundredths(spec, able, random);
    const ids = (name === 'stage' ? stages : roles).map((text) => texts.indexOf(text));
    return () => ids[Math.floor(random() * ids.length)]!;
  });
  for (let row = 0; row < rows; row += 1) {
    const able = abilityOf(random);
    for (let input = 0; input < inputs.length; input += 1) inputs[input]![row] = readers[input]!(able);
  }
  return { rows, inputs };
}
