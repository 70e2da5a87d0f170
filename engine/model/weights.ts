import type { DecimalInput, Model } from '../../schemas/index.ts';

/** The weights that held for a subject, by metric: those of the overlay that fired, else the metrics' own. */
export function weightsOf(
  { metrics, overlays = [] }: Pick<Model, 'metrics' | 'overlays'>,
  { overlay }: { readonly overlay?: string },
): ReadonlyMap<string, DecimalInput> {
  const fired = overlays.find(({ id }) => id === overlay);
  return new Map(
    fired === undefined
      ? metrics.map(({ id, weight }) => [id, weight] as const)
      : fired.weights.map(({ metric, weight }) => [metric, weight] as const),
  );
}
