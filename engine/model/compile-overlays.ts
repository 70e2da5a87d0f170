import type { Overlay } from '../../schemas/index.ts';
import { compileConditions, type Vocabulary } from '../condition/compile-condition.ts';
import { parseDecimal } from '../number/decimal.ts';
import type { Builder, StepRef } from '../program/builder.ts';

/** An overlay and where its verdict stands in the program. */
export interface OverlaySteps {
  readonly overlay: Overlay;
  readonly verdict: StepRef;
}

/** The verdicts of overlays, in their order. */
export function compileOverlays(
  builder: Builder,
  overlays: readonly Overlay[],
  known: Vocabulary,
): OverlaySteps[] {
  return overlays.map((overlay, index) => ({
    overlay,
    verdict: compileConditions(builder, overlay.conditions, {
      id: `overlays:${overlay.id}`,
      pointer: `/overlays/${index}/conditions`,
      ...known,
    }),
  }));
}

/** The weight of a metric: that of the first overlay that fires, else its own. */
export function compileWeight(
  builder: Builder,
  metric: string,
  overlays: readonly OverlaySteps[],
  own: (id: string) => StepRef,
): StepRef {
  const id = `${metric}.weight`;
  if (overlays.length === 0) return own(id);
  return overlays.reduceRight(
    (otherwise, { overlay, verdict }, index) => {
      const at = overlay.weights.findIndex((item) => item.metric === metric);
      const pointer = `/overlays/${index}/weights/${at}/weight`;
      const weight = builder.model(`${id}.`, pointer, parseDecimal(overlay.weights[at]!.weight)!);
      return builder.step(index === 0 ? id : `${id}.`, 'choose', [verdict, weight, otherwise]);
    },
    own(`${id}.`),
  );
}
