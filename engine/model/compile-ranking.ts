import type { Model } from '../../schemas/index.ts';
import type { Builder, StepRef } from '../program/builder.ts';
import { rankingColumns } from '../ranking/columns.ts';

/** Where a subject's rank stands in the program. */
export interface RankSteps {
  readonly position: StepRef;
  readonly of: StepRef;
  readonly toNext: StepRef;
  readonly margin: StepRef;
}

/** The grade by rank, and where the group is too small for one the band's. */
export function compileRanking(
  builder: Builder,
  { ranking }: Model,
  band: StepRef,
): { readonly grade: StepRef; readonly rank: RankSteps | undefined } {
  if (ranking === undefined) return { grade: band, rank: undefined };
  // Who is ranked together is part of the receipt.
  if (ranking.scope !== 'model') builder.column(ranking.scope);
  const rank = {
    position: builder.column(rankingColumns.position),
    of: builder.column(rankingColumns.of),
    toNext: builder.column(rankingColumns.toNext),
    margin: builder.column(rankingColumns.margin),
  };
  const ranked = builder.column(rankingColumns.grade);
  const unranked = builder.step('grade.', 'missing', [ranked]);
  return { grade: builder.step('grade.rank', 'choose', [unranked, band, ranked]), rank };
}
