import type { Result } from '../../schemas/index.ts';
import { figureText } from '../fast/units-text.ts';
import type { Program } from '../model/compile.ts';

/** What a model says of everyone, in short. */
export interface Outcome {
  readonly program: Program;
  /** By row: the published composite, in units of 10^-places; NaN without one. */
  readonly composites: Float64Array;
  readonly places: number;
  /** By row: the position of the grade among the grades of the model; -1 without one. */
  readonly grades: Int32Array;
  /** By position among the grades of the model: how many have it. */
  readonly counts: readonly number[];
  readonly ungraded: number;
  /** How many figures were computed for everyone; the others stood. */
  readonly computed: number;
  /** The published composite as a result has it. */
  compositeOf(row: number): string | null;
  gradeOf(row: number): string | null;
}

/** The composites and grades of everyone, as the machines leave them. */
export interface JudgedColumns {
  readonly composites: Float64Array;
  readonly places: number;
  /** By number in `texts`. */
  readonly grades: Float64Array;
  readonly texts: readonly string[];
  readonly computed: number;
}

/** @param exact the results of rows that only the reference could tell. */
export function fromColumns(
  program: Program,
  judged: JudgedColumns,
  exact: ReadonlyMap<number, Result>,
): Outcome {
  const { composites, places, texts } = judged;
  const position = positionsOf(program);
  const positions = Int32Array.from(texts, (text) => position.get(text) ?? -1);
  const grades = new Int32Array(composites.length);
  for (let row = 0; row < grades.length; row += 1) {
    const text = judged.grades[row]!;
    grades[row] = Number.isNaN(text) ? -1 : positions[text]!;
  }
  for (const [row, { composite, grade }] of exact) {
    composites[row] = unitsOf(composite, places);
    grades[row] = grade === null ? -1 : position.get(grade)!;
  }
  return outcomeOf(program, { ...judged, grades }, (row) => {
    const result = exact.get(row);
    return result === undefined
      ? figureText(composites[row]!, places, program.compositePlaces)
      : result.composite;
  });
}

/** The same, from whole results. */
export function fromResults(program: Program, results: readonly Result[]): Outcome {
  const places = program.compositePlaces;
  const position = positionsOf(program);
  return outcomeOf(
    program,
    {
      composites: Float64Array.from(results, ({ composite }) => unitsOf(composite, places)),
      places,
      grades: Int32Array.from(results, ({ grade }) => (grade === null ? -1 : position.get(grade)!)),
      computed: program.steps.length,
    },
    (row) => results[row]!.composite,
  );
}

function outcomeOf(
  program: Program,
  { composites, places, grades, computed }: Pick<Outcome, 'composites' | 'places' | 'grades' | 'computed'>,
  compositeOf: Outcome['compositeOf'],
): Outcome {
  const ids = program.model.grades.map(({ id }) => id);
  // The ungraded first.
  const counted = new Uint32Array(ids.length + 1);
  for (let row = 0; row < grades.length; row += 1) counted[grades[row]! + 1]! += 1;
  const [ungraded = 0, ...counts] = counted;
  return {
    program,
    composites,
    places,
    grades,
    counts,
    ungraded,
    computed,
    compositeOf,
    gradeOf: (row) => ids[grades[row]!] ?? null,
  };
}

function positionsOf({ model }: Program): ReadonlyMap<string, number> {
  return new Map(model.grades.map(({ id }, index) => [id, index]));
}

function unitsOf(composite: string | null, places: number): number {
  return composite === null ? Number.NaN : Math.round(Number(composite) * 10 ** places);
}
