import type { Target } from '../../schemas/index.ts';

/** The measures that a target may come from, each once. */
export function targetMeasures(target: Target | undefined): string[] {
  switch (target?.kind) {
    case 'measure':
      return [target.measure];
    case 'condition':
      return known([...target.cases, ...(target.otherwise ? [target.otherwise] : [])]);
    case 'levels':
      return known(
        target.levels.map(({ measure, growth }) =>
          growth === undefined ? { measure } : { measure: growth.baseline },
        ),
      );
    default:
      return [];
  }
}

/** Where the receipt has the figure of a metric's target. */
export function targetStep({ id, target }: { readonly id: string; readonly target?: Target }): string {
  const figure = target?.kind === 'levels' ? target.levels[0]! : target;
  return (figure && 'measure' in figure ? figure.measure : undefined) ?? `${id}.target`;
}

function known(figures: readonly { readonly measure?: string | undefined }[]): string[] {
  return [...new Set(figures.flatMap(({ measure }) => measure ?? []))];
}
