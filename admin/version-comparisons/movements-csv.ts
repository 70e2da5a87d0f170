import type { VersionMovementView } from '../../schemas/index.ts';
import { csvOf, type CsvCell } from '../shared/csv.ts';
import { fill } from '../../locales/index.ts';
import type { texts } from './texts.ts';

/** The words of the file's first row, and what ids are called in it. */
export interface VersionMovementsWords {
  readonly t: (typeof texts)['en'];
  /** In the order of their columns. */
  readonly edits: readonly { readonly id: string; readonly text: string }[];
  readonly withPay: boolean;
  gradeName(id: string): string;
}

/** Movements as a CSV file: a row each, figures as numbers, each edit's share last. */
export function movementsCsv(
  movements: readonly VersionMovementView[],
  words: VersionMovementsWords,
): string {
  const { t, edits, withPay } = words;
  const head = [
    t.personId,
    t.name,
    t.team,
    t.period,
    t.compositeBefore,
    t.compositeAfter,
    t.delta,
    t.gradeBefore,
    t.gradeAfter,
    t.move,
    ...(withPay ? [t.payBefore, t.payAfter] : []),
    ...edits.map(({ text }) => fill(t.shareOf, { edit: text })),
  ];
  return csvOf([head, ...movements.map((movement) => rowOf(movement, words))]);
}

function rowOf(
  movement: VersionMovementView,
  { t, edits, withPay, gradeName }: VersionMovementsWords,
): CsvCell[] {
  const { subject, name, team, period, before, after, delta, move, shares } = movement;
  const grade = (side: VersionMovementView['before']) =>
    side === null || side.grade === null ? null : gradeName(side.grade);
  return [
    subject,
    name,
    team,
    period,
    before?.composite ?? null,
    after?.composite ?? null,
    delta,
    grade(before),
    grade(after),
    t[`move_${move}`],
    ...(withPay ? [before?.pay ?? null, after?.pay ?? null] : []),
    ...edits.map(({ id }) => shares?.find(({ edit }) => edit === id)?.share ?? null),
  ];
}
