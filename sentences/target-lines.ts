import { fill } from '../locales/index.ts';
import type { Metric } from '../schemas/index.ts';
import { targetStep } from '../engine/model/target-measures.ts';
import { conditionText } from './condition-text.ts';
import type { ResultView } from './result-view.ts';

/** Why a metric has this target, and which of its levels were reached; nothing of targets that are plain. */
export function targetLines(view: ResultView, metric: Metric): string[] {
  const { result, words, shown, name } = view;
  const { target, id } = metric;
  if (target?.kind === 'condition') {
    const fired = target.cases.find((_, index) => shown(`${id}.target.case${index + 1}`) === 'true');
    const figure = shown(targetStep(metric));
    return fired === undefined
      ? [fill(words.targetElse, { target: figure })]
      : [fill(words.targetIf, { target: figure, because: conditionText(fired.conditions, view) })];
  }
  if (target?.kind !== 'levels') return [];
  const { level = null } = result.metrics[id]!;
  const levels = target.levels
    .map((item, index) => {
      const step = index === 0 ? targetStep(metric) : (item.measure ?? `${id}.level.${item.id}`);
      return `${name(item.name)} ${shown(step)}`;
    })
    .join(words.comma);
  return [
    level === null
      ? fill(words.levelsMissing, { levels })
      : fill(words.reached, { level, all: target.levels.length, levels }),
  ];
}
