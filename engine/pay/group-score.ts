import type { Model } from '../../schemas/index.ts';
import type { MetricSteps } from '../model/compile-metric.ts';
import { weightPresent } from '../model/compile-composite.ts';
import { zeroWhenMissing } from '../model/compile-metric.ts';
import type { Builder, StepRef } from '../program/builder.ts';
import { figurePlaces } from './money.ts';

/** The score of a group: its metrics' weighted parts over their weights present, published as scores are. */
export function compileGroupScore(
  builder: Builder,
  model: Model,
  metrics: readonly MetricSteps[],
  group: string,
): StepRef {
  const id = `${group}.groupScore`;
  const inside = metrics.filter((_, index) => lies(model, model.metrics[index]!.group, group));
  const parts = inside.map(({ weighted, excludes }) =>
    excludes ? zeroWhenMissing(builder, weighted, `${id}.`) : weighted,
  );
  const weights = inside.map((metric) => weightPresent(builder, metric, `${id}.`));
  const present = builder.step(`${id}.`, 'add', weights);
  const share = builder.step(`${id}.`, 'div', [present, builder.fixed(100)]);
  const exact = builder.step(`${id}.`, 'div', [builder.step(`${id}.`, 'add', parts), share]);
  return builder.step(id, 'round', [exact], figurePlaces);
}

/** Whether a group is another one, or lies in it. */
export function lies({ groups }: Model, group: string, within: string): boolean {
  const above = new Set<string>();
  for (let at: string | undefined = group; at !== undefined && !above.has(at);) {
    above.add(at);
    const id: string = at;
    at = groups.find((item) => item.id === id)?.parent;
  }
  return above.has(within);
}
