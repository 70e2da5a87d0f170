import type { RelatedAggregate } from '../../schemas/index.ts';
import type { Measured } from './measured.ts';
import type { MadeKind } from './made.ts';

/** A measure of the subject that a record relates to this one. */
export const related: MadeKind<RelatedAggregate> = {
  parts: ({ measure }) => [{ measure, path: 'measure' }],
  needs: ({ measure }, period) => [{ measure, period }],
  runs: () => [],
  figures({ measure }, subjects, given) {
    const others = [...new Set(subjects.flatMap((subject) => given.related(subject) ?? []))];
    const figures = given.measured({ measure, period: given.period }, others);
    const byOther = new Map(others.map((other, index) => [other, figures[index]!]));
    return subjects.map((subject): Measured => {
      const other = given.related(subject);
      return other === undefined ? { missing: 'noRelated' } : byOther.get(other)!;
    });
  },
};
