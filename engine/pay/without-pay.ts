import type { Model } from '../../schemas/index.ts';

/** The model without what it pays: no composite, grade or action depends on that. */
export function withoutPay({ pay: _pay, ...model }: Model): Model {
  return model;
}
