import { fill } from '../../locales/index.ts';
import type { Metric, MetricResult, Scoring, ScoringPoint } from '../../schemas/index.ts';
import { formulaText } from '../../engine/formula/formula-text.ts';
import { targetStep } from '../../engine/model/target-measures.ts';
import { weightsOf } from '../../engine/model/weights.ts';
import { targetLines } from '../../sentences/target-lines.ts';
import type { ResultView } from '../../sentences/result-view.ts';

/** A metric: its formula with the numbers put in, its score, its weighted part; or why it is missing. */
export function metricLines(view: ResultView, metric: Metric): string[] {
  const { result, words, reasons, shown, name, figureName } = view;
  const figures = result.metrics[metric.id]!;
  const names = formulaText(metric.formula, figureName);
  const numbers = formulaText(metric.formula, (id) => shown(id === 'target' ? targetStep(metric) : id));
  const value = `${words.value}: ${names} = ${numbers} = ${figures.value ?? words.missing}`;
  const weight = weightsOf(view.model, result).get(metric.id)!;
  const title = `${name(metric.name)} · ${fill(words.weight, { weight })}`;
  if (figures.missing !== undefined) {
    const { reason, of } = figures.missing;
    const measure = view.model.measures.find(({ id }) => id === of);
    const because = measure === undefined ? reasons[reason] : `${reasons[reason]} (${name(measure.name)})`;
    return [
      title,
      `  ${value}`,
      `  ${fill(words.becauseMissing, { because })}`,
      `  ${words[metric.whenMissing]}`,
    ];
  }
  return [
    title,
    `  ${value}${metric.unit === undefined ? '' : ` ${metric.unit}`}`,
    ...targetLines(view, metric).map((line) => `  ${line}`),
    `  ${words.score}: ${scoringText(view, metric, figures)} = ${figures.score}`,
    `  ${words.weighted}: ${figures.score} × ${weight} ÷ 100 = ${figures.weighted}`,
  ];
}

function scoringText({ words, shown }: ResultView, metric: Metric, { value }: MetricResult): string {
  const scoring: Scoring = metric.scoring;
  const lower = metric.direction === 'lowerIsBetter';
  const line = (points: readonly ScoringPoint[]) =>
    fill(words.linear, {
      value,
      points: points.map((point) => `(${point.value} → ${point.score})`).join(', '),
    });
  switch (scoring.kind) {
    case 'asIs':
      return limits(lower ? `100 − ${value}` : String(value), scoring);
    case 'ratioToTarget': {
      const reached = `${value} ÷ ${shown(targetStep(metric))} × 100`;
      return limits(lower ? `200 − ${reached}` : reached, scoring);
    }
    case 'gapToTarget': {
      const [above, below] = lower ? [shown(targetStep(metric)), value] : [value, shown(targetStep(metric))];
      return limits(`${scoring.base} + (${above} − ${below}) × ${scoring.perUnit}`, scoring);
    }
    case 'rating': {
      const climbed = lower ? `${scoring.to} − ${value}` : `${value} − ${scoring.from}`;
      return `(${climbed}) ÷ (${scoring.to} − ${scoring.from}) × 100`;
    }
    case 'linear':
      return line([scoring.from, scoring.to]);
    case 'curve':
      return line(scoring.points);
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
