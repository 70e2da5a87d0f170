import { fill } from '../../locales/index.ts';
import type { Metric, Scoring } from '../../schemas/index.ts';
import { targetId } from './source-figures.ts';
import type { View } from './view.ts';

/** How the score comes from the published value, with its numbers put in. */
export function scoringLine({ words, shown }: View, metric: Metric, value: string): string {
  const scoring: Scoring = metric.scoring;
  switch (scoring.kind) {
    case 'asIs':
      return limits(value, scoring);
    case 'ratioToTarget':
      return limits(`${value} ÷ ${shown(targetId(metric))} × 100`, scoring);
    case 'linear': {
      const { from, to } = scoring;
      return fill(words.linear, {
        value,
        points: `(${from.value} → ${from.score}), (${to.value} → ${to.score})`,
      });
    }
    case 'steps': {
      const steps = scoring.steps.map(({ from, score }) => `≥ ${from} → ${score}`);
      return fill(words.steps, {
        value,
        steps: [...steps, `${words.below} → ${scoring.below}`].join(words.comma),
      });
    }
  }
}

function limits(text: string, { floor, cap }: { floor?: string | number; cap?: string | number }): string {
  const raised = floor === undefined ? text : `max(${text}, ${floor})`;
  return cap === undefined ? raised : `min(${raised}, ${cap})`;
}
