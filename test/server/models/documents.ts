import type { Model } from '../../../schemas/index.ts';

/** The model with another weight for one of its metrics. */
export function withWeight(model: Model, metric: string, weight: number | string): Model {
  if (!model.metrics.some(({ id }) => id === metric)) throw new Error(`no metric ${metric}`);
  return {
    ...model,
    metrics: model.metrics.map((item) => (item.id === metric ? { ...item, weight } : item)),
  };
}

/** The model with some of a metric's weight given to another: what they add up to stays. */
export function withShift(model: Model, from: string, to: string, weight: number): Model {
  const weightOf = (metric: string) => Number(model.metrics.find(({ id }) => id === metric)?.weight);
  return withWeight(withWeight(model, from, weightOf(from) - weight), to, weightOf(to) + weight);
}
