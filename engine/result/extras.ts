import type { Issue, Result } from '../../schemas/index.ts';
import type { Program } from '../model/compile.ts';
import type { RowFigures } from '../row-figures.ts';

/** What stands between the weighted sum and the composite, of models that have such. */
export function extrasOf(
  program: Program,
  figures: RowFigures,
): Pick<Result, 'base' | 'points' | 'adjustment' | 'overlay'> {
  const { base, points, adjustment, compositePlaces } = program;
  const published = (step: number) => figures.fixed(step, compositePlaces);
  const overlay = program.overlays.find(({ verdict }) => figures.holds(verdict));
  const given = points?.each.filter(({ fires }) => fires === undefined || figures.holds(fires));
  return {
    ...(base !== undefined && { base: published(base) }),
    ...(points !== undefined && {
      points: {
        total: published(points.total)!,
        of: Object.fromEntries(given!.map(({ id, figure }) => [id, published(figure)])),
      },
    }),
    ...(adjustment !== undefined && { adjustment: published(adjustment.figure) }),
    ...(overlay && { overlay: overlay.overlay.id }),
  };
}

/** Why an adjustment holds the subject: it goes too far, or is missing. */
export function adjustmentIssues(
  { adjustment, compositePlaces, model }: Program,
  figures: RowFigures,
): Issue[] {
  if (adjustment === undefined) return [];
  const points = figures.fixed(adjustment.figure, compositePlaces);
  const issue = { severity: 'warning', pointer: '/adjustments' } as const;
  if (points === null) return [{ code: 'adjustment.missing', ...issue }];
  if (!figures.holds(adjustment.beyond)) return [];
  return [
    { code: 'adjustment.beyondBound', ...issue, params: { points, atMost: model.adjustments!.atMost } },
  ];
}
