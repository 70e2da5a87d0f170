import type { Metric, Model } from '../../../schemas/index.ts';

/** What each part of the form of a metric gets. */
export interface MetricFieldsProps {
  readonly document: Model;
  /** Place of the metric in the model. */
  readonly at: number;
  readonly metric: Metric;
  /** The metric with another value at a pointer within it; undefined removes it. */
  readonly set: (pointer: string, value: unknown) => void;
}
