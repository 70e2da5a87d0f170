import type { Issue, Model, Overlay } from '../../schemas/index.ts';
import { checkConditions, givenFacts } from './facts.ts';
import { errorAt, repeated } from './issues.ts';
import type { References } from './references.ts';
import { checkWeightList } from './weights.ts';

/** Overlays weigh every metric, once; their weights are not below zero and make exactly 100. */
export function checkOverlays(model: Model, references: References): Issue[] {
  const known = { facts: givenFacts(model), references };
  return (model.overlays ?? []).flatMap((overlay, index) => [
    ...checkConditions(overlay.conditions, `/overlays/${index}/conditions`, known, model),
    ...checkWeights(model, overlay, `/overlays/${index}/weights`),
  ]);
}

function checkWeights({ metrics }: Model, { weights }: Overlay, pointer: string): Issue[] {
  const known = new Set(metrics.map(({ id }) => id));
  const weighed = new Set(weights.map(({ metric }) => metric));
  const at = (index: number) => `${pointer}/${index}/metric`;
  return [
    ...weights.flatMap(({ metric }, index) =>
      known.has(metric) ? [] : [errorAt('overlay.unknownMetric', at(index), { metric })],
    ),
    ...repeated(weights, ({ metric }) => metric, 'overlay.metricRepeated', at),
    ...metrics.flatMap(({ id }) =>
      weighed.has(id) ? [] : [errorAt('overlay.metricMissing', pointer, { metric: id })],
    ),
    ...checkWeightList(
      weights.map(({ weight }) => weight),
      pointer,
    ),
  ];
}
