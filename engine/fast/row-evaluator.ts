import type { Program } from '../model/compile.ts';
import type { Result } from '../../schemas/index.ts';
import { evaluateRow, resultOf } from '../evaluate.ts';
import type { RowFigures } from '../row-figures.ts';
import { tableOf, type Table } from '../table.ts';
import { fastProgram } from './fast-program.ts';

/** A subject's figures and attributes by name; figures as decimal strings or JSON numbers, null or absent where missing. */
export type Figures = Readonly<Record<string, string | number | null>>;

/** What a model says of one subject, in short. */
export interface CompactResult {
  /** The published composite; null where there is none. */
  readonly composite: number | null;
  readonly grade: string | null;
  /** By position in `program.actions`, whether the action is proposed. */
  readonly actions: readonly boolean[];
}

/** Evaluates subjects that come one at a time. */
export interface RowEvaluator {
  compact(figures: Figures): CompactResult;
  /** @throws Error where a figure is no decimal: such rows go through `tableOf`, which says what is wrong with them. */
  result(subject: string, figures: Figures): Result;
}

/** How many decimals the figures of a row usually have; a row with more is computed as exactly, but slower. */
const usualPlaces = 4;

/** Prepares a program for rows; what it gives is what `evaluate` gives. */
export function rowEvaluator(program: Program, places: number = usualPlaces): RowEvaluator {
  const fast = fastProgram(program, () => places);
  const scale = 10 ** places;
  const names = program.inputs.map(({ name }) => name);
  const isText = program.inputs.map(({ kind }) => kind === 'text');
  const texts = new Map(fast?.lowered.texts.map((text, id) => [text, id]));
  // The first row of the block, where there is one.
  const block = fast?.rowBlock();
  const cells = block?.machine.inputs ?? names.map(() => new Float64Array(1));
  const load = (input: number) => cells[input]![0]!;

  // Rows mostly have the same names in the same order: going through them is faster than asking for each name.
  let shape: readonly string[] = [];
  let inputAt: readonly number[] = [];
  let absent: readonly number[] = names.map((_, input) => input);
  const learn = (figures: Figures): void => {
    const inOrder: string[] = [];
    for (const name in figures) inOrder.push(name);
    shape = inOrder;
    inputAt = shape.map((name) => names.indexOf(name));
    absent = names.flatMap((name, input) => (shape.includes(name) ? [] : [input]));
  };

  /** Takes one figure in; false where it has more decimals than the program was prepared for. */
  const put = (input: number, figure: string | number | null | undefined): boolean => {
    const cell = cells[input]!;
    if (isText[input]) cell[0] = typeof figure === 'string' ? (texts.get(figure) ?? -1) : Number.NaN;
    else if (typeof figure === 'number') {
      const units = Math.round(figure * scale);
      cell[0] = units;
      // A float64 is the decimal that it is nearest to.
      return units / scale === figure;
    } else if (figure === null || figure === undefined || figure === '') cell[0] = Number.NaN;
    else {
      const number = Number(figure);
      const units = Math.round(number * scale);
      cell[0] = units;
      return units / scale === number && figure.length <= longestFigure;
    }
    return true;
  };

  const take = (figures: Figures): boolean => {
    let at = 0;
    for (const name in figures) {
      if (name !== shape[at]) {
        learn(figures);
        return take(figures);
      }
      const input = inputAt[at]!;
      if (input >= 0 && !put(input, figures[name])) return false;
      at += 1;
    }
    if (at < shape.length) {
      learn(figures);
      return take(figures);
    }
    for (const input of absent) cells[input]![0] = Number.NaN;
    return true;
  };

  /** The row's figures, by the fastest machine that can tell them; undefined where only the reference can. */
  const figuresOf = (figures: Figures): RowFigures | undefined => {
    if (fast === undefined || !take(figures)) return undefined;
    if (block !== undefined) {
      block.machine.run(1);
      if (!block.machine.undecided(0)) {
        if (block.isPlain(0)) return block.figures(0);
      } else {
        const exact = block.exactly(load);
        if (exact !== undefined) return exact;
      }
    }
    return fast.single.run(load) ? fast.singleFigures : undefined;
  };

  const tableFor = (subject: string, figures: Figures): Table => {
    const { table, issues } = tableOf(program.inputs, [{ subject, figures }]);
    if (issues.length > 0) throw new Error(JSON.stringify(issues));
    return table;
  };

  return {
    compact(figures) {
      const row = figuresOf(figures);
      if (row === undefined) return compactOf(evaluateRow(program, tableFor('', figures), 0), program);
      const held = program.held !== undefined && row.holds(program.held);
      const composite = row.fixed(program.composite, program.compositePlaces);
      return {
        composite: composite === null ? null : Number(composite),
        grade: row.text(program.grade),
        actions: held
          ? program.actions.map(() => false)
          : block === undefined || row === fast?.singleFigures
            ? program.actions.map(({ verdict }) => row.holds(verdict))
            : block.fired(row),
      };
    },
    result(subject, figures) {
      const row = figuresOf(figures);
      // Only rows with something missing ask their table why.
      const table =
        row === undefined || row === fast?.singleFigures
          ? tableFor(subject, figures)
          : { subjects: [subject], columns: new Map() };
      return row === undefined ? evaluateRow(program, table, 0) : resultOf(program, row, table, 0);
    },
  };
}

/** Beyond fifteen digits a float64 does not tell decimals apart. */
const longestFigure = 15;

function compactOf({ composite, grade, actions }: Result, program: Program): CompactResult {
  const fired = new Set(actions.map(({ rule }) => rule));
  return {
    composite: composite === null ? null : Number(composite),
    grade,
    actions: program.actions.map(({ rule }) => fired.has(rule.id)),
  };
}
